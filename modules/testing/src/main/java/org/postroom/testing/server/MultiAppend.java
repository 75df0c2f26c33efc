package org.postroom.testing.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.postroom.testing.corpus.CorpusMessage;

/**
 * Fills mailboxes fast: many messages in one APPEND (RFC 3502), no waiting before literals (RFC
 * 7888).
 */
final class MultiAppend {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int BATCH = 500;
    private static final int BATCH_OCTETS = 4 << 20;
    private final RawImap client;
    private final Set<String> created = new HashSet<>();

    MultiAppend(RawImap client) {
        this.client = client;
    }

    /** Appends all to one mailbox, in order, in bounded memory. */
    void all(String mailbox, Stream<CorpusMessage> messages) {
        create(mailbox);
        for (Iterator<CorpusMessage> rest = messages.iterator(); rest.hasNext(); ) {
            appendSome(mailbox, rest);
        }
    }

    /**
     * Appends each to the mailbox that it suggests, translated to a full name; order is kept within
     * a mailbox.
     */
    void each(Stream<CorpusMessage> messages, UnaryOperator<String> fullName) {
        messages.gather(Gatherers.windowFixed(BATCH)).forEach(window -> spread(window, fullName));
    }

    private void spread(List<CorpusMessage> window, UnaryOperator<String> fullName) {
        window.stream()
                .map(CorpusMessage::mailbox)
                .distinct()
                .forEach(
                        path ->
                                all(
                                        fullName.apply(path),
                                        window.stream().filter(it -> it.mailbox().equals(path))));
    }

    private void create(String mailbox) {
        if (created.add(mailbox)) {
            client.create(mailbox);
        }
    }

    private void appendSome(String mailbox, Iterator<CorpusMessage> rest) {
        var tag = client.nextTag();
        var command = new ByteArrayOutputStream(1 << 20);
        command.writeBytes(ascii(tag + " APPEND " + RawImap.named(mailbox)));
        for (int i = 0; i < BATCH && command.size() < BATCH_OCTETS && rest.hasNext(); i++) {
            add(command, rest.next());
        }
        command.writeBytes(ascii("\r\n"));
        client.write(command.toByteArray());
        client.answer(tag).orThrow();
    }

    private static void add(ByteArrayOutputStream command, CorpusMessage message) {
        var flags = String.join(" ", message.flags());
        var length = message.raw().length;
        command.writeBytes(
                ascii(
                        " ("
                                + flags
                                + ") \""
                                + dateTime(message.internalDate())
                                + "\" {"
                                + length
                                + "+}\r\n"));
        command.writeBytes(message.raw());
    }

    /** A date-time of RFC 9051. */
    static String dateTime(Instant instant) {
        return DATE.format(instant);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
