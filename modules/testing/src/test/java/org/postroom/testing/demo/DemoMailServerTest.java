package org.postroom.testing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;

class DemoMailServerTest {
    private static final Pattern READY =
            Pattern.compile(
                    "READY imap=(\\d+) pop3=(\\d+) address=(\\S+) password=(\\S+)"
                            + " pop3-address=(\\S+) pop3-password=(\\S+)");

    @Test
    void itSaysWhereItIsServesTheAccountAndEndsWithItsInput()
            throws IOException, InterruptedException {
        var server = start();
        var ready = READY.matcher(server.inputReader().readLine());
        assertThat(ready.matches()).isTrue();

        look(Integer.parseInt(ready.group(1)), new MailUser(ready.group(3), ready.group(4)));
        count(Integer.parseInt(ready.group(2)), new MailUser(ready.group(5), ready.group(6)));

        server.outputWriter().close();
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
        assertThat(server.inputReader().readLine()).isNull();
    }

    private static Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DemoMailServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void count(int port, MailUser user) throws IOException {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
                var answers =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(answers.readLine()).startsWith("+OK");
            assertThat(answer(socket, answers, "USER " + user.login())).startsWith("+OK");
            assertThat(answer(socket, answers, "PASS " + user.password())).startsWith("+OK");
            assertThat(answer(socket, answers, "STAT")).matches("\\+OK [2-9]\\d\\d \\d+");
        }
    }

    private static String answer(Socket socket, BufferedReader answers, String command)
            throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return answers.readLine();
    }

    private static void look(int port, MailUser user) {
        try (var client = RawImap.connect(port).login(user)) {
            assertThat(client.mailboxes())
                    .contains("INBOX", "Boathouse.Roof", "Clients.Nordlicht Werft.Old contracts");
            assertThat(client.count("INBOX")).isGreaterThan(60);
            client.select("INBOX");
            assertThat(client.search("UNSEEN FLAGGED")).isNotEmpty();
        }
    }
}
