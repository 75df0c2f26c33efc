package org.postroom.protocol.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.protocol.net.LimitExceededException.Limit;

class TlsTest {

    private static final String GREETING = "* OK ready\r\n";

    @TempDir static Path folder;

    private static PlayedCertificate good;

    @BeforeAll
    static void makeCertificate() {
        good = PlayedCertificate.of(folder, "dns:mail.example.net");
    }

    @Test
    void aTrustedCertificateForTheNameIsAccepted() throws Exception {
        try (PlayedServer server = greeting(good);
                GuardedConnection connection = to("mail.example.net", server, good.pem())) {
            assertThat(firstLine(connection)).isEqualTo(GREETING.strip());
        }
    }

    @Test
    void aDotBehindTheNameDoesNotMatter() throws Exception {
        try (PlayedServer server = greeting(good);
                GuardedConnection connection = to("mail.example.net.", server, good.pem())) {
            assertThat(firstLine(connection)).isEqualTo(GREETING.strip());
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws Exception {
        try (PlayedServer server = greeting(good);
                GuardedConnection connection = to("other.example.net", server, good.pem())) {
            assertCertificateRefused(connection);
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        try (PlayedServer server = greeting(good);
                GuardedConnection connection =
                        network(Optional.empty())
                                .prepare(
                                        at("mail.example.net", server, Security.TLS),
                                        AddressPolicy.operatorGiven())) {
            assertCertificateRefused(connection);
        }
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        PlayedCertificate expired = PlayedCertificate.expired(folder, "dns:mail.example.net");
        try (PlayedServer server = greeting(expired);
                GuardedConnection connection = to("mail.example.net", server, expired.pem())) {
            assertCertificateRefused(connection);
            assertThat(connection.failure().orElseThrow()).hasStackTraceContaining("NotAfter");
        }
    }

    @Test
    void tlsOlderThan12IsNotOffered() throws Exception {
        try (PlayedServer server = greeting(good);
                GuardedConnection connection = to("mail.example.net", server, good.pem());
                SSLSocket socket = (SSLSocket) connection.connect()) {
            assertThat(socket.getEnabledProtocols()).containsOnly("TLSv1.3", "TLSv1.2");
        }
    }

    @Test
    void aLibraryCannotWeakenTheChecks() throws Exception {
        try (PlayedServer server = greeting(good);
                GuardedConnection connection = to("other.example.net", server, good.pem());
                SSLSocket socket = (SSLSocket) connection.connect()) {
            SSLParameters weak = socket.getSSLParameters();
            weak.setEndpointIdentificationAlgorithm(null);
            socket.setSSLParameters(weak);
            socket.setEnabledProtocols(new String[] {"TLSv1"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void theLimitsHoldForWhatIsDecrypted() throws Exception {
        try (PlayedServer server = saying(good, "* 1 FETCH (BODY[] {2000000000}\r\n");
                GuardedConnection connection = to("mail.example.net", server, good.pem())) {
            Socket socket = connection.connect();
            assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
                    .asInstanceOf(type(LimitExceededException.class))
                    .extracting(LimitExceededException::limit)
                    .isEqualTo(Limit.LITERAL);
        }
    }

    @Test
    void whatIsEncryptedIsNoLiteralWhateverItLooksLike() throws Exception {
        String manyOctets = ("x".repeat(900) + "\r\n").repeat(2000);
        try (PlayedServer server = saying(good, manyOctets);
                GuardedConnection connection = to("mail.example.net", server, good.pem())) {
            assertThat(connection.connect().getInputStream().readAllBytes())
                    .hasSize(manyOctets.length());
        }
    }

    @Test
    void aHandshakeThatTricklesMeetsTheDeadline() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        PlayedServer.Part trickle =
                socket -> {
                    PlayedServer.say(socket, "\u0016\u0003\u0003\u0040\u0000");
                    while (true) {
                        PlayedServer.say(socket, "x");
                        never.await(10, TimeUnit.MILLISECONDS);
                    }
                };
        try (PlayedServer server = PlayedServer.plain(trickle);
                GuardedConnection connection = to("mail.example.net", server, good.pem());
                SSLSocket socket = (SSLSocket) connection.connect()) {
            connection.budget().begin(1000, 1000, Duration.ofMillis(300));
            assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
            assertThat(connection.unreachable(new IOException("lost")).reason())
                    .isEqualTo(Reason.TIMED_OUT);
        }
    }

    @Test
    void startTlsGoesOnWithTlsOnTheSameConnection() throws Exception {
        PlayedServer.Part part =
                socket -> {
                    PlayedServer.say(socket, "* OK\r\n");
                    PlayedServer.hear(socket);
                    PlayedServer.say(socket, "A OK begin\r\n");
                    PlayedServer.say(tlsOver(socket), GREETING);
                };
        try (PlayedServer server = PlayedServer.plain(part);
                GuardedConnection connection = startTls(server)) {
            Socket plain = askForTls(connection);
            Socket tls = upgrade(connection, plain);
            assertThat(PlayedServer.hear(tls)).isEqualTo(GREETING.strip());
        }
    }

    @Test
    void whatTheServerSaysBeforeTheHandshakeEndsTheAttempt() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        PlayedServer.Part part =
                socket -> {
                    PlayedServer.say(socket, "* OK\r\n");
                    PlayedServer.hear(socket);
                    PlayedServer.say(socket, "A OK begin\r\nB OK [CAPABILITY IMAP4] injected\r\n");
                    never.await(1, TimeUnit.MINUTES);
                };
        try (PlayedServer server = PlayedServer.plain(part);
                GuardedConnection connection = startTls(server)) {
            Socket plain = askForTls(connection);
            assertThatThrownBy(() -> upgrade(connection, plain))
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("before the TLS handshake");
            assertThat(plain.isClosed()).isTrue();
        }
    }

    @Test
    void aReaderThatBuffersSeesNoMoreThanALineBeforeTls() throws Exception {
        PlayedServer.Part part = socket -> PlayedServer.say(socket, "* OK\r\nB OK injected\r\n");
        try (PlayedServer server = PlayedServer.plain(part);
                GuardedConnection connection = startTls(server)) {
            byte[] octets = new byte[2048];
            int count = connection.connect().getInputStream().read(octets);
            assertThat(new String(octets, 0, count, StandardCharsets.US_ASCII))
                    .isEqualTo("* OK\r\n");
        }
    }

    @Test
    void tlsIsStartedOnTheGuardedConnectionOnly() throws Exception {
        try (PlayedServer server = greeting(good);
                GuardedConnection connection = startTls(server);
                Socket other = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            assertThatThrownBy(() -> upgrade(connection, other)).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aTrustFileWithoutCertificatesIsRefusedWithItsName() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        assertThatThrownBy(() -> new MailNetwork(Timeouts.DEFAULT, Optional.of(empty)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty.pem");
    }

    private static void assertCertificateRefused(GuardedConnection connection) throws Exception {
        SSLSocket socket = (SSLSocket) connection.connect();
        assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        assertThat(connection.unreachable(new IOException("lost")).reason())
                .isEqualTo(Reason.CERTIFICATE);
        assertThat(socket.isClosed()).isTrue();
    }

    private static String firstLine(GuardedConnection connection) throws IOException {
        return PlayedServer.hear(connection.connect());
    }

    private static Socket askForTls(GuardedConnection connection) throws IOException {
        Socket plain = connection.socketFactory().createSocket();
        PlayedServer.hear(plain);
        PlayedServer.say(plain, "A STARTTLS\r\n");
        PlayedServer.hear(plain);
        return plain;
    }

    private static Socket upgrade(GuardedConnection connection, Socket plain) throws IOException {
        return connection.sslSocketFactory().createSocket(plain, "ignored", 1, true);
    }

    private static SSLSocket tlsOver(Socket socket) throws IOException {
        SSLSocket tls =
                (SSLSocket) good.upgrading().createSocket(socket, "client", socket.getPort(), true);
        tls.setUseClientMode(false);
        return tls;
    }

    private static PlayedServer greeting(PlayedCertificate certificate) throws IOException {
        return saying(certificate, GREETING);
    }

    private static PlayedServer saying(PlayedCertificate certificate, String text)
            throws IOException {
        return PlayedServer.on(certificate.listening(), socket -> PlayedServer.say(socket, text));
    }

    private static GuardedConnection startTls(PlayedServer server) {
        return network(Optional.of(good.pem()))
                .prepare(
                        at("mail.example.net", server, Security.STARTTLS),
                        AddressPolicy.operatorGiven());
    }

    private static GuardedConnection to(String host, PlayedServer server, Path trust) {
        return network(Optional.of(trust))
                .prepare(at(host, server, Security.TLS), AddressPolicy.operatorGiven());
    }

    private static ServerEndpoint at(String host, PlayedServer server, Security security) {
        return new ServerEndpoint(Protocol.IMAP, host, server.port(), security);
    }

    private static MailNetwork network(Optional<Path> trust) {
        return new MailNetwork(
                Timeouts.DEFAULT,
                trust,
                host -> List.of(InetAddress.getLoopbackAddress()),
                Connector.DIRECT);
    }
}
