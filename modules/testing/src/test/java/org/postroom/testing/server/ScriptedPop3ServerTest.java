package org.postroom.testing.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptedPop3ServerTest {
    private final ScriptedPop3Server server = ScriptedPop3Server.start();

    @AfterEach
    void end() {
        server.close();
    }

    /** A client that sends lines and gives back what comes. */
    private final class Client implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        Client() throws IOException {
            socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port());
            in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            assertThat(in.readLine()).isEqualTo("+OK ready");
        }

        String send(String line) {
            try {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
                return in.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<String> lines(String command) {
            assertThat(send(command)).startsWith("+OK");
            return Stream.generate(this::next).takeWhile(line -> !line.equals(".")).toList();
        }

        private String next() {
            try {
                return in.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Client enter() {
            assertThat(send("USER ines")).isEqualTo("+OK");
            assertThat(send("PASS secret")).startsWith("+OK");
            return this;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void withoutARuleItBehaves() throws IOException {
        try (var client = new Client().enter()) {
            assertThat(client.lines("UIDL")).containsExactly("1 u1", "2 u2", "3 u3");
            assertThat(client.lines("TOP 2 0")).contains("Subject: Second").endsWith("");
            assertThat(client.lines("RETR 2")).endsWith("", "..Two begins with a dot.");
            assertThat(client.send("RETR 4")).startsWith("-ERR");
            assertThat(server.received())
                    .containsExactly(
                            "USER ines", "PASS secret", "UIDL", "TOP 2 0", "RETR 2", "RETR 4");
        }
    }

    @Test
    void whatIsMarkedGoesAtQuitOnly() throws IOException {
        try (var client = new Client().enter()) {
            client.send("DELE 1");
        }
        try (var client = new Client().enter()) {
            assertThat(client.lines("LIST")).hasSize(3);
            client.send("DELE 1");
            client.send("DELE 2");
            client.send("RSET");
            client.send("DELE 3");
            assertThat(client.lines("UIDL")).containsExactly("1 u1", "2 u2");
            assertThat(client.send("QUIT")).startsWith("+OK");
        }
        assertThat(server.messages()).extracting(DropMessage::uidl).containsExactly("u1", "u2");
    }

    @Test
    void thereIsOneSessionAtATime() throws IOException {
        try (var client = new Client().enter();
                var other = new Client()) {
            other.send("USER ines");
            assertThat(other.send("PASS secret")).startsWith("-ERR [IN-USE]");
            client.send("QUIT");
            assertThat(other.send("PASS secret")).startsWith("+OK");
        }
    }

    @Test
    void onlyTheRightPasswordOpensIt() throws IOException {
        server.password("pässwort");

        try (var client = new Client()) {
            client.send("USER ines");
            assertThat(client.send("PASS secret")).startsWith("-ERR [AUTH]");
            assertThat(client.send("AUTH PLAIN")).startsWith("+ ");
            assertThat(client.send("AGluZXMAcMOkc3N3b3J0")).startsWith("+OK");
        }
    }

    @Test
    void aPlayMayBehaveAndThenFail() throws IOException {
        server.on("QUIT", Play.behavesMutely().then(Play.cuts()));
        server.on("RETR 2", Play.saysRaw("+OK\r\nhalf").then(Play.closes()));

        try (var client = new Client().enter()) {
            client.send("DELE 1");
            client.send("RETR 2");
            assertThat(client.next()).isEqualTo("half");
            assertThat(client.in.readLine()).isNull();
        }
        assertThat(server.messages()).hasSize(3);
    }
}
