package org.postroom.testing.corpus;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Message number i of a large mailbox: small, ASCII, and everything about it is known without
 * reading it.
 *
 * @param number from 0; the subject ends in {@code no. number}, so each subject occurs once
 * @param sender one of 400
 * @param subject may hold {@link #RARE_WORD} and {@link #KNOWN_WORD}
 * @param date Date, Received and INTERNALDATE, five minutes after that of the message before
 */
public record PlainMail(int number, Person sender, String subject, Instant date) {
    /** In the subject and text of one message in 200: those whose number leaves 7. */
    public static final String RARE_WORD = "quincunx";

    /** In the subject and text of one message in 10: those whose number can be divided by ten. */
    public static final String KNOWN_WORD = "lighthouse";

    /** When number 0 arrives. */
    public static final Instant START = Instant.parse("2025-01-01T06:00:00Z");

    private static final String TO = "To: Ines Valborg <ines@postroom.example>\r\n";
    private static final String TYPE =
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=US-ASCII\r\n\r\n";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final List<String> FIRST =
            List.of(
                    "Ada", "Bram", "Carys", "Dilip", "Esra", "Farid", "Greta", "Hamza", "Ilse",
                    "Jonas", "Kofi", "Lumi", "Mattia", "Nadia", "Olaf", "Pilar", "Quentin", "Rosa",
                    "Sven", "Tove");
    private static final List<String> LAST =
            List.of(
                    "Ashdown", "Brandt", "Costa", "Duarte", "Ekberg", "Ferro", "Gaskell", "Hoang",
                    "Ivers", "Jansen", "Kirwan", "Lund", "Moreau", "Nwosu", "Orban", "Petrov",
                    "Quist", "Rahman", "Sato", "Tennant");
    private static final List<String> HOW =
            List.of(
                    "Late", "Early", "Short", "Final", "Second", "Quiet", "Spare", "Damp",
                    "Careful", "New");
    private static final List<String> WHAT =
            List.of(
                    "report", "letter", "plan", "bill", "list", "answer", "notes", "draft", "order",
                    "map");
    private static final List<String> ABOUT =
            List.of(
                    "oak", "rope", "tar", "canvas", "paint", "keys", "tides", "tea", "fog",
                    "stairs", "doors");

    /** The message of this number under this seed. */
    public static PlainMail of(long seed, int number) {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        var sender = person(random.nextInt(FIRST.size()), random.nextInt(LAST.size()));
        var subject = one(HOW, random) + " " + one(WHAT, random) + " on " + one(ABOUT, random);
        return new PlainMail(
                number,
                sender,
                subject + words(number) + ", no. " + number,
                START.plusSeconds(300L * number));
    }

    private static String one(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    private static Person person(int first, int last) {
        var name = FIRST.get(first) + " " + LAST.get(last);
        return new Person(name, name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@plain.example");
    }

    private static String words(int number) {
        return (isRare(number) ? " and " + RARE_WORD : "")
                + (isKnown(number) ? " by the " + KNOWN_WORD : "");
    }

    /** Whether this message holds {@link #RARE_WORD}. */
    public static boolean isRare(int number) {
        return number % 200 == 7;
    }

    /** Whether this message holds {@link #KNOWN_WORD}. */
    public static boolean isKnown(int number) {
        return number % 10 == 0;
    }

    /** Its flags: three of four are read, one in 25 is starred, one in 9 is answered. */
    public Set<String> flags() {
        var flags = new HashSet<String>();
        if (number % 4 != 0) {
            flags.add("\\Seen");
        }
        if (number % 25 == 3) {
            flags.add("\\Flagged");
        }
        if (number % 9 == 1) {
            flags.add("\\Answered");
        }
        return flags;
    }

    /** Its id without angle brackets. */
    public String messageId() {
        return "plain." + number + "." + Integer.toHexString(subject.hashCode()) + "@plain.example";
    }

    /** The message itself, for INBOX. */
    public CorpusMessage message() {
        return new CorpusMessage(raw(), flags(), date, "INBOX");
    }

    private byte[] raw() {
        return (header() + text()).getBytes(StandardCharsets.US_ASCII);
    }

    private String header() {
        var received = "Received: from mx.plain.example; " + DATE.format(date) + "\r\n";
        var from = "From: " + sender.name() + " <" + sender.address() + ">\r\n";
        var about = "Subject: " + subject + "\r\nDate: " + DATE.format(date) + "\r\n";
        return received + from + TO + about + "Message-ID: <" + messageId() + ">\r\n" + TYPE;
    }

    private String text() {
        return "Dear Ines,\r\n\r\nthis is about: "
                + subject
                + ".\r\nNothing in it is urgent, and most of it can be read on a bench.\r\n\r\n"
                + sender.name()
                + "\r\n";
    }
}
