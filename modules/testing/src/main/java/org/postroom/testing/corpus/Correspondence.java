package org.postroom.testing.corpus;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.postroom.testing.corpus.Letter.Turn;

/**
 * Writes the messages of one letter: a conversation in which each answer quotes what it answers.
 */
final class Correspondence {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private final Letter letter;
    private final SplittableRandom random;
    private final List<String> ids = new ArrayList<>();
    private final List<CorpusMessage> messages = new ArrayList<>();

    private Correspondence(Letter letter, SplittableRandom random) {
        this.letter = letter;
        this.random = random;
    }

    /**
     * All messages, oldest first; the first arrives at {@code start}, each answer minutes or hours
     * after.
     */
    static List<CorpusMessage> of(Letter letter, Instant start, SplittableRandom random) {
        var correspondence = new Correspondence(letter, random);
        var when = start;
        for (int i = 0; i < letter.turns().size(); i++) {
            correspondence.write(i, when);
            when = when.plus(Duration.ofMinutes(6 + random.nextInt(190)));
        }
        return correspondence.messages;
    }

    private void write(int index, Instant when) {
        var turn = letter.turns().get(index);
        var text = index == 0 ? turn.text() : turn.text() + "\n\n" + quote(index - 1);
        var coding =
                TextCoding.choose(
                        letter.language(), turn.author().name() + letter.subject() + text, random);
        var draft = new MessageDraft().charset(coding.charset()).from(turn.author());
        addressed(draft, turn.author());
        var id = Long.toHexString(random.nextLong()) + "@" + turn.author().domain();
        draft.subject((index == 0 ? "" : "Re: ") + letter.subject())
                .date(when)
                .id(id)
                .answering(ids);
        ids.add(id);
        var body = withFiles(index, body(coding, text));
        messages.add(
                new CorpusMessage(draft.with(body), flags(index), when, mailbox(turn.author())));
    }

    private void addressed(MessageDraft draft, Person author) {
        if (letter.mailbox().equals("Choir")) {
            draft.to(People.named("choir"))
                    .field("List-Id: St Brannoc Choir <choir.stbrannoc-choir.example>");
            return;
        }
        var others =
                letter.turns().stream()
                        .map(Turn::author)
                        .distinct()
                        .filter(it -> !it.equals(author));
        var readers = new ArrayList<>(others.toList());
        if (!author.equals(People.ME)) {
            readers.remove(People.ME);
            readers.addFirst(People.ME);
        }
        draft.to(readers.isEmpty() ? People.named("henrike") : readers.getFirst());
        draft.cc(readers.isEmpty() ? List.of() : readers.subList(1, readers.size()));
    }

    private String quote(int index) {
        var turn = letter.turns().get(index);
        var intro =
                "On "
                        + WHEN.format(messages.get(index).internalDate())
                        + ", "
                        + turn.author().name()
                        + " wrote:\n";
        return intro
                + Wrapping.fixed(turn.text())
                        .lines()
                        .map(line -> "> " + line)
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private MimePart body(TextCoding coding, String text) {
        return random.nextInt(3) > 0
                ? coding.plain(text)
                : MimePart.multipart("alternative", coding.plain(text), coding.html(html(text)));
    }

    private static String html(String text) {
        var paragraphs =
                text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .lines()
                        .map(Correspondence::htmlLine);
        return "<html><body style=\"font-family: sans-serif\">\n"
                + paragraphs.collect(Collectors.joining("\n"))
                + "\n</body></html>\n";
    }

    private static String htmlLine(String line) {
        return line.startsWith("> ")
                ? "<blockquote style=\"margin:0 0 0 .8em;border-left:2px solid #999;padding-left:.6em\">"
                        + line.substring(2)
                        + "</blockquote>"
                : "<div dir=\"auto\">" + (line.isEmpty() ? "<br>" : line) + "</div>";
    }

    private MimePart withFiles(int index, MimePart body) {
        var parts = new ArrayList<>(List.of(body));
        if (index == 0 && letter.marks().contains("pdf")) {
            var file = Attachments.pdf(letter.subject());
            parts.add(MimePart.binary("application/pdf", file).attached(fileName(), style()));
        }
        if (index == 0 && letter.marks().contains("png")) {
            int number = random.nextInt(100, 1_000);
            var file = MimePart.binary("image/png", Seascape.png(number));
            parts.add(file.attached("IMG_" + number + ".png", FileNameStyle.QUOTED));
        }
        return parts.size() == 1
                ? body
                : MimePart.multipart("mixed", parts.toArray(MimePart[]::new));
    }

    private String fileName() {
        var words = letter.subject().replaceAll("[/:?*\"<>|\\\\]", "-").strip();
        return (words.length() > 60 ? words.substring(0, 60).strip() : words) + ".pdf";
    }

    private FileNameStyle style() {
        var styles = FileNameStyle.values();
        return styles[1 + random.nextInt(styles.length - 1)];
    }

    private Set<String> flags(int index) {
        boolean last = index == letter.turns().size() - 1;
        var flags = new HashSet<String>();
        if (!last || !letter.marks().contains("unread") || isMine(index)) {
            flags.add("\\Seen");
        }
        if (last && letter.marks().contains("starred")) {
            flags.add("\\Flagged");
        }
        if (!last && letter.turns().get(index + 1).author().equals(People.ME)) {
            flags.add("\\Answered");
        }
        if (letter.marks().contains("draft")) {
            flags.add("\\Draft");
        }
        return flags;
    }

    private boolean isMine(int index) {
        return letter.turns().get(index).author().equals(People.ME);
    }

    private String mailbox(Person author) {
        boolean own = author.equals(People.ME) && !letter.marks().contains("draft");
        return own ? "Sent" : letter.mailbox();
    }
}
