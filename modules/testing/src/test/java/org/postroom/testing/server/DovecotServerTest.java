package org.postroom.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.postroom.testing.corpus.CorpusMessage;

class DovecotServerTest {
    private final DovecotServer server = SharedServers.dovecot();

    @Test
    void aNewUserLogsInAndSeesTheUsualMailboxes() {
        try (var client = server.connect(server.newUser())) {
            assertThat(client.mailboxes())
                    .containsExactlyInAnyOrder(
                            "INBOX", "Drafts", "Sent", "Trash", "Junk", "Archive");
        }
    }

    @Test
    void twoUsersDoNotSeeEachOther() {
        var ines = server.newUser();
        server.fill(ines, "INBOX", Stream.of(message("hers")));

        try (var other = server.connect(server.newUser())) {
            assertThat(other.count("INBOX")).isZero();
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        var user = new MailUser(server.newUser().login(), "wrong");

        assertThatThrownBy(() -> server.connect(user)).hasMessageContaining("AUTHENTICATIONFAILED");
    }

    @Test
    void afterAChangeOnlyTheNewPasswordOpens() {
        var before = server.newUser();
        var after = server.changePassword(before, "changed");

        assertThatThrownBy(() -> server.connect(before))
                .hasMessageContaining("AUTHENTICATIONFAILED");
        server.connect(after).close();
    }

    @Test
    void filledMessagesKeepOctetsFlagsAndDates() {
        var user = server.newUser();
        var message = message("kept").withFlags("\\Seen", "$Forwarded");

        server.fill(user, "INBOX", Stream.of(message));

        try (var client = server.connect(user)) {
            client.select("INBOX");
            assertThat(client.body(1)).isEqualTo(message.raw());
            assertThat(client.flags(1)).containsExactlyInAnyOrder("\\Seen", "$Forwarded");
            assertThat(client.send("UID FETCH 1 INTERNALDATE").text())
                    .contains("\"01-Nov-2026 08:30:00 +0000\"");
        }
    }

    @Test
    void thousandsAreFilledInOrder() {
        var user = server.newUser();

        server.fill(user, "INBOX", IntStream.range(0, 5_000).mapToObj(i -> message("number " + i)));

        try (var client = server.connect(user)) {
            client.select("INBOX");
            assertThat(client.search("ALL")).hasSize(5_000);
            assertThat(client.search("SUBJECT \"number 4999\"")).containsExactly(5_000L);
        }
    }

    @Test
    void eachMessageGoesToTheMailboxThatItSuggests() {
        var user = server.newUser();

        server.fill(
                user, Stream.of(message("a"), message("b").in("Boathouse/Dächer"), message("c")));

        try (var client = server.connect(user)) {
            assertThat(client.count("INBOX")).isEqualTo(2);
            assertThat(client.count("Boathouse/Dächer")).isEqualTo(1);
            assertThat(client.mailboxes()).contains("Boathouse/Dächer");
        }
    }

    @Test
    void withAPrefixEverythingLiesBelowInboxAndDotsSeparate() {
        var dotted = SharedServers.dovecot(DovecotOptions.BELOW_INBOX);
        var user = dotted.newUser();

        dotted.fill(user, Stream.of(message("a").in("Boathouse/Roof")));

        try (var client = dotted.connect(user)) {
            assertThat(client.mailboxes())
                    .contains("INBOX", "INBOX.Drafts", "INBOX.Boathouse.Roof");
            assertThat(client.send("LIST \"\" \"\"").text()).contains("\".\"");
            assertThat(client.count(dotted.name("Boathouse/Roof"))).isEqualTo(1);
        }
    }

    @Test
    void mailMayBeStoredAsMaildir() {
        try (var maildir = DovecotServer.start(DovecotOptions.BELOW_INBOX.asMaildir())) {
            var user = maildir.newUser();
            maildir.fill(user, "INBOX", Stream.of(message("a")));

            try (var client = maildir.connect(user)) {
                assertThat(client.count("INBOX")).isEqualTo(1);
            }
        }
    }

    @Test
    void loginsAreCountedForEachUser() {
        var user = server.newUser();
        assertThat(server.loginCount(user)).isZero();

        server.connect(user).close();
        server.connect(user).close();
        server.connect(server.newUser()).close();

        assertThat(server.loginCount(user)).isEqualTo(2);
    }

    @Test
    void itsCertificateIsTrustedForLocalhostAndTheLoopbackAddress() throws Exception {
        for (var name : Set.of("localhost", "127.0.0.1")) {
            try (var socket = trusting().createSocket(name, server.imapsPort())) {
                verifyName((SSLSocket) socket);
                assertThat(firstOctets(socket)).isEqualTo("* OK");
            }
        }
    }

    @Test
    void pop3AnswersToo() throws IOException {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.pop3Port())) {
            assertThat(firstOctets(socket)).isEqualTo("+OK ");
        }
    }

    @Test
    void afterItsEndNothingIsLeft() {
        var ended = DovecotServer.start();
        var folder = ended.certificate().resolveSibling("mail");
        var user = ended.newUser();
        var client = ended.connect(user);

        ended.close();

        assertThat(folder).doesNotExist();
        assertThatThrownBy(() -> RawImap.connect(ended.imapPort()))
                .hasCauseInstanceOf(ConnectException.class);
        assertThat(processesNaming(ended.certificate().resolveSibling("dovecot.conf").toString()))
                .isEmpty();
        client.close();
    }

    private static Stream<String> processesNaming(String folder) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains(folder));
    }

    private javax.net.ssl.SSLSocketFactory trusting() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(server.certificate())) {
            store.setCertificateEntry(
                    "test", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static void verifyName(SSLSocket socket) throws IOException {
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
    }

    private static String firstOctets(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII);
    }

    static CorpusMessage message(String subject) {
        var raw = "From: Ines <ines@postroom.example>\r\nSubject: " + subject + "\r\n\r\nHello\r\n";
        return new CorpusMessage(
                raw.getBytes(StandardCharsets.US_ASCII),
                Set.of(),
                Instant.parse("2026-11-01T08:30:00Z"),
                "INBOX");
    }
}
