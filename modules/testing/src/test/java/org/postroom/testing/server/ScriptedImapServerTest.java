package org.postroom.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptedImapServerTest {
    private static final MailUser USER = new MailUser("ines", "secret");
    private final ScriptedImapServer server = ScriptedImapServer.start();

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void withoutARuleItBehaves() {
        try (var client = RawImap.connect(server.port()).login(USER)) {
            assertThat(client.select("INBOX").number("UIDVALIDITY")).isEqualTo(77);
            assertThat(client.search("ALL")).containsExactly(1L, 2L, 3L);
            assertThat(client.mailboxes()).containsExactly("INBOX");
            assertThat(server.received())
                    .containsExactly(
                            "LOGIN \"ines\" \"secret\"",
                            "SELECT \"INBOX\"",
                            "UID SEARCH ALL",
                            "LIST \"\" \"*\"");
        }
    }

    @Test
    void theLatestRuleWinsAndTheTagIsFilledIn() {
        server.on("LOGIN", Play.says("@ NO [UNAVAILABLE] later"));

        try (var client = RawImap.connect(server.port())) {
            assertThat(client.send("LOGIN a b").status()).isEqualTo("NO [UNAVAILABLE] later");
        }
    }

    @Test
    void literalsOfTheClientAreTaken() {
        server.on("APPEND", Play.says("@ OK [APPENDUID 77 4] done"));

        try (var client = RawImap.connect(server.port())) {
            assertThat(client.append("INBOX", "a b\r\nc".getBytes(StandardCharsets.US_ASCII)).ok())
                    .isTrue();
            assertThat(server.received()).containsExactly("APPEND \"INBOX\" {6}\r\na b\r\nc");
        }
    }

    @Test
    void itCutsAndSaysGoodbye() {
        server.on("NOOP", Play.cuts()).on("CHECK", ImapPlay.bye("maintenance"));
        var first = RawImap.connect(server.port());
        assertThatThrownBy(() -> first.send("NOOP")).isInstanceOf(UncheckedIOException.class);

        try (var second = RawImap.connect(server.port())) {
            assertThatThrownBy(() -> second.send("CHECK"))
                    .hasMessageContaining("* BYE maintenance");
        }
        assertThat(server.connectionCount()).isEqualTo(2);
    }

    @Test
    void greetingsMayBeAnything() {
        server.greeting(Play.says("* PREAUTH you are welcome"));
        assertThat(RawImap.connect(server.port()).greeting()).startsWith("* PREAUTH");

        server.greeting(ImapPlay.bye("full"));
        assertThat(RawImap.connect(server.port()).greeting()).isEqualTo("* BYE full");
    }

    @Test
    void aLiteralIsAnnouncedAndNeverComes() throws IOException {
        server.on("UID FETCH", ImapPlay.announcesLiteral(2_000_000_000));

        try (var socket = socket("a1 UID FETCH 1 BODY[]\r\n")) {
            var text = read(socket.getInputStream(), 64);
            assertThat(text).contains("{2000000000}\r\nFrom: nobody");
            socket.setSoTimeout(50);
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void linesAndAnswersMayBeEndless() throws IOException {
        server.on("UID FETCH", ImapPlay.endlessLine())
                .on("NOOP", ImapPlay.endlessUntagged("* 1 EXISTS"));

        try (var socket = socket("a1 UID FETCH 1 FLAGS\r\n")) {
            assertThat(read(socket.getInputStream(), 1_000_000))
                    .doesNotContain("a1 OK")
                    .endsWith("n ");
        }
        try (var socket = socket("a1 NOOP\r\n")) {
            assertThat(read(socket.getInputStream(), 1_000_000))
                    .contains("* 1 EXISTS\r\n* 1 EXISTS");
        }
    }

    @Test
    void afterStartTlsItSaysTooMuch() throws IOException {
        server.on("STARTTLS", ImapPlay.injectsAfterStartTls("* CAPABILITY IMAP4rev1 AUTH=PLAIN"));

        try (var socket = socket("a1 STARTTLS\r\n")) {
            assertThat(read(socket.getInputStream(), 60))
                    .contains("a1 OK begin TLS\r\n* CAPABILITY");
        }
    }

    @Test
    void parenthesesAreNestedAsDeeplyAsWanted() {
        server.on("UID FETCH", ImapPlay.parentheses(20_000));

        try (var client = RawImap.connect(server.port())) {
            assertThat(client.send("UID FETCH 1 BODYSTRUCTURE").text())
                    .contains("(".repeat(20_000));
        }
    }

    private Socket socket(String command) throws IOException {
        var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port());
        socket.getOutputStream().write(command.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String read(InputStream in, int octets) throws IOException {
        return new String(in.readNBytes(octets), StandardCharsets.US_ASCII);
    }
}
