package org.postroom.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postroom.testing.server.DovecotServerTest.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CountingProxyTest {
    private final DovecotServer server = SharedServers.dovecot();
    private final MailUser user = server.newUser();
    private final CountingProxy proxy = CountingProxy.before(server.imapPort());

    @AfterEach
    void end() {
        proxy.close();
    }

    @Test
    void commandsAreCountedByName() {
        try (var client = connect()) {
            client.select("INBOX");
            client.send("uid search ALL");
            client.send("UID SEARCH ALL");

            assertThat(proxy.commands())
                    .containsExactly("LOGIN", "SELECT", "UID SEARCH", "UID SEARCH");
            assertThat(proxy.count("UID SEARCH")).isEqualTo(2);
        }
    }

    @Test
    void commandsOfPop3AreCountedToo() throws IOException {
        try (var pop3 = CountingProxy.beforePop3(server.pop3Port());
                var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), pop3.port())) {
            var commands = "CAPA\r\nuser nobody\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(commands);
            socket.getInputStream().readAllBytes();

            assertThat(pop3.commands()).containsExactly("CAPA", "USER", "QUIT");
        }
    }

    @Test
    void whatALiteralHoldsIsNoCommand() {
        try (var client = connect()) {
            proxy.forgetCommands();
            client.append(
                    "INBOX", "a1 LOGOUT\r\na2 NOOP x\r\n".getBytes(StandardCharsets.US_ASCII));
            client.send("NOOP");

            assertThat(proxy.commands()).containsExactly("APPEND", "NOOP");
        }
    }

    @Test
    void theEndOfIdleIsNoCommand() {
        try (var client = connect()) {
            client.select("INBOX");
            var tag = client.nextTag();
            client.write(tag + " IDLE\r\n");
            assertThat(client.next()).startsWith("+");
            client.write("DONE\r\n");

            assertThat(client.answer(tag).ok()).isTrue();
            assertThat(proxy.commands()).containsExactly("LOGIN", "SELECT", "IDLE");
        }
    }

    @Test
    void eachConnectionKeepsItsOwnCommands() {
        try (var first = connect();
                var second = connect()) {
            first.send("NOOP");
            second.send("CAPABILITY");

            assertThat(proxy.connections().getFirst().commands()).containsExactly("LOGIN", "NOOP");
            assertThat(proxy.connections().getLast().commands())
                    .containsExactly("LOGIN", "CAPABILITY");
            assertThat(proxy.openConnections()).isEqualTo(2);
        }
    }

    @Test
    void aCutConnectionIsLostForTheClient() {
        var client = connect();

        proxy.cut();

        assertThatThrownBy(() -> client.send("NOOP")).isInstanceOf(UncheckedIOException.class);
        assertThat(proxy.openConnections()).isZero();
    }

    @Test
    void afterACutBeforeACommandTheServerNeverSawIt() {
        var client = connect();
        proxy.cutBefore("CREATE");

        assertThatThrownBy(() -> client.create("Choir")).isInstanceOf(UncheckedIOException.class);

        assertThat(mailboxes()).doesNotContain("Choir");
    }

    @Test
    void afterACutInsteadOfAnAnswerTheServerHasDoneIt() throws Exception {
        var client = connect();
        proxy.cutInsteadOfAnswerTo("CREATE");

        assertThatThrownBy(() -> client.create("Choir")).isInstanceOf(UncheckedIOException.class);

        assertThat(mailboxes()).contains("Choir");
    }

    @Test
    void aStalledConnectionGoesOnWhenResumed() {
        try (var client = connect()) {
            proxy.stall();
            var answer = CompletableFuture.supplyAsync(() -> client.send("NOOP"));
            assertThat(answer).isNotDone();

            proxy.resume();

            assertThat(answer.join().ok()).isTrue();
        }
    }

    @Test
    void refusedConnectionsAreRefusedUntilAccepted() {
        proxy.refuse();
        assertThatThrownBy(this::connect)
                .hasRootCauseInstanceOf(ConnectException.class)
                .isInstanceOf(UncheckedIOException.class);

        proxy.accept();

        connect().close();
    }

    @Test
    void filledMailPassesUnchanged() throws IOException {
        var letter = message("through the proxy");
        try (var client = connect()) {
            client.append("INBOX", letter.raw());
            client.select("INBOX");

            assertThat(client.body(1)).isEqualTo(letter.raw());
        }
    }

    private RawImap connect() {
        return RawImap.connect(proxy.port()).login(user);
    }

    private java.util.List<String> mailboxes() {
        try (var other = server.connect(user)) {
            return other.mailboxes();
        }
    }
}
