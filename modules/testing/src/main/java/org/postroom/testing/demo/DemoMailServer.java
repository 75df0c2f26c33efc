package org.postroom.testing.demo;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.corpus.People;
import org.postroom.testing.corpus.SampleMailbox;
import org.postroom.testing.server.GreenMailServer;
import org.postroom.testing.server.MailUser;

/**
 * A mail server on free ports of 127.0.0.1 with two accounts full of sample mail: one with its
 * folders, and one whose mail lies in a single maildrop.
 *
 * <p>It says {@code READY imap=<port> pop3=<port>} and {@code address=}, {@code password=}, {@code
 * pop3-address=}, {@code pop3-password=} in one line on its standard output, and ends when its
 * standard input does.
 */
public final class DemoMailServer {
    private static final String PASSWORD = "boathouse";
    private static final String DROP_ADDRESS = "otto@maildrop.example";
    private static final String DROP_PASSWORD = "lighthouse";

    /** What a maildrop never has: nobody sends these to it. */
    private static final Set<String> OWN = Set.of("Sent", "Drafts", "Trash");

    private DemoMailServer() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        try (var server = GreenMailServer.start()) {
            var messages = SampleMailbox.asOf(Instant.now());
            var user = server.newUser(People.ME.address(), PASSWORD);
            server.fill(user, messages.stream());
            System.out.printf(
                    "READY imap=%d pop3=%d address=%s password=%s pop3-address=%s pop3-password=%s%n",
                    server.imapPort(),
                    server.pop3Port(),
                    user.login(),
                    user.password(),
                    drop(server, messages).login(),
                    DROP_PASSWORD);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static MailUser drop(GreenMailServer server, List<CorpusMessage> messages) {
        var user = server.newUser(DROP_ADDRESS, DROP_PASSWORD);
        server.fill(
                user,
                "INBOX",
                messages.stream()
                        .filter(message -> !OWN.contains(message.mailbox()))
                        .map(DemoMailServer::delivered));
        return user;
    }

    /** With the trace that a delivery leaves: POP3 tells the time of arrival nowhere else. */
    private static CorpusMessage delivered(CorpusMessage message) {
        var date = RFC_1123_DATE_TIME.format(message.internalDate().atOffset(ZoneOffset.UTC));
        var trace = "Received: from relay.example by maildrop.example; " + date + "\r\n";
        var octets = new ByteArrayOutputStream();
        octets.writeBytes(trace.getBytes(StandardCharsets.US_ASCII));
        octets.writeBytes(message.raw());
        return new CorpusMessage(
                octets.toByteArray(), message.flags(), message.internalDate(), message.mailbox());
    }
}
