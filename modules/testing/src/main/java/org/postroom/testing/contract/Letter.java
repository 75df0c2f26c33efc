package org.postroom.testing.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.postroom.testing.corpus.CorpusMessage;

/**
 * A small message, written by hand.
 *
 * @param header its fields, each line ended by CRLF
 * @param body with CRLF
 * @param when when it arrives
 */
public record Letter(String header, String body, Instant when, Set<String> flags) {

    private static final DateTimeFormatter RECEIVED =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private static final Instant SOME_DAY = Instant.parse("2026-03-01T08:00:00Z");

    /** A message of one line of text. */
    public static Letter about(String subject) {
        return new Letter("", "Dear all, " + subject + ".\r\n", SOME_DAY, Set.of())
                .with("From", "Ines Varga <ines@postroom.example>")
                .with("To", "Team <team@postroom.example>")
                .with("Date", "Sun, 01 Mar 2026 08:00:00 +0000")
                .with(
                        "Message-ID",
                        "<" + Integer.toHexString(subject.hashCode()) + "@postroom.example>")
                .with("Subject", subject);
    }

    /** A message of these octets only. */
    public static CorpusMessage raw(String latin1) {
        byte[] octets = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return new CorpusMessage(octets, Set.of(), SOME_DAY, "INBOX");
    }

    /** With this field, instead of one of the same name. */
    public Letter with(String name, String value) {
        String others = header.replaceAll("(?im)^" + name + ": .*\r\n(?:[ \t].*\r\n)*", "");
        return new Letter(others + name + ": " + value + "\r\n", body, when, flags);
    }

    /** Without this field. */
    public Letter without(String name) {
        String others = header.replaceAll("(?im)^" + name + ": .*\r\n(?:[ \t].*\r\n)*", "");
        return new Letter(others, body, when, flags);
    }

    /** With this text. */
    public Letter saying(String newBody) {
        return new Letter(header, newBody, when, flags);
    }

    /** Arriving then. */
    public Letter arriving(Instant newWhen) {
        return new Letter(header, body, newWhen, flags);
    }

    /** Arriving so many seconds after the first of March 2026, 8:00 UTC. */
    public Letter after(long seconds) {
        return arriving(SOME_DAY.plusSeconds(seconds));
    }

    /** With these flags. */
    public Letter flagged(String... newFlags) {
        return new Letter(header, body, when, Set.of(newFlags));
    }

    /**
     * As it is put into a mailbox, with a line about that by the server that did it; characters are
     * octets of UTF-8.
     */
    public CorpusMessage sent() {
        String text =
                "Received: from a by b; " + RECEIVED.format(when) + "\r\n" + header + "\r\n" + body;
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return new CorpusMessage(octets, flags, when, "INBOX");
    }
}
