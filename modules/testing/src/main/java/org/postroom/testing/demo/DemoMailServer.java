package org.postroom.testing.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.postroom.testing.corpus.People;
import org.postroom.testing.corpus.SampleMailbox;
import org.postroom.testing.server.GreenMailServer;

/**
 * A mail server on a free port of 127.0.0.1 with one account full of sample mail.
 *
 * <p>It says {@code READY imap=<port> address=<address> password=<password>} on its standard
 * output, and ends when its standard input does.
 */
public final class DemoMailServer {
    private static final String PASSWORD = "boathouse";

    private DemoMailServer() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        try (var server = GreenMailServer.start()) {
            var user = server.newUser(People.ME.address(), PASSWORD);
            server.fill(user, SampleMailbox.asOf(Instant.now()).stream());
            System.out.printf(
                    "READY imap=%d address=%s password=%s%n",
                    server.imapPort(), user.login(), user.password());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
