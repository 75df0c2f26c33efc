package org.postroom.testing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;

class DemoMailServerTest {
    private static final Pattern READY =
            Pattern.compile("READY imap=(\\d+) address=(\\S+) password=(\\S+)");

    @Test
    void itSaysWhereItIsServesTheAccountAndEndsWithItsInput()
            throws IOException, InterruptedException {
        var server = start();
        var ready = READY.matcher(server.inputReader().readLine());
        assertThat(ready.matches()).isTrue();

        look(Integer.parseInt(ready.group(1)), new MailUser(ready.group(2), ready.group(3)));

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
