package org.postroom.testing.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A piece of correspondence as letters.txt has it, not yet written as messages.
 *
 * @param mailbox where it lies, levels separated by {@code /}
 * @param language an ISO 639 code
 * @param marks {@code unread}, {@code starred}, {@code answered}, {@code draft}, {@code pdf},
 *     {@code png}
 * @param subject of the first message
 * @param turns at least one, oldest first
 */
public record Letter(
        String mailbox, String language, Set<String> marks, String subject, List<Turn> turns) {
    private static final List<Letter> ALL = new Parser().all();

    /** What one person wrote; paragraphs are lines. */
    public record Turn(Person author, String text) {}

    /** All letters in the order of the file. */
    public static List<Letter> all() {
        return ALL;
    }

    /** Reads the file: a head line, a subject, a text, then answers after {@code --- who}. */
    private static final class Parser {
        private final List<Letter> letters = new ArrayList<>();
        private List<String> block = new ArrayList<>();

        List<Letter> all() {
            TextResource.lines("letters.txt").forEach(this::take);
            finish();
            return List.copyOf(letters);
        }

        private void take(String line) {
            if (line.startsWith("===")) {
                finish();
            }
            block.add(line);
        }

        private void finish() {
            if (block.size() > 1) {
                letters.add(letter(block));
            }
            block = new ArrayList<>();
        }

        private static Letter letter(List<String> lines) {
            var head = lines.getFirst().substring(3).split("\\|");
            var marks = Set.copyOf(Arrays.asList(head[2].strip().split("\\s+")));
            return new Letter(
                    head[0].strip(),
                    head[1].strip(),
                    marks,
                    lines.get(1),
                    turns(head[3].strip(), lines));
        }

        private static List<Turn> turns(String firstAuthor, List<String> lines) {
            var turns = new ArrayList<Turn>();
            var author = firstAuthor;
            var text = new StringBuilder();
            for (var line : lines.subList(2, lines.size())) {
                if (line.startsWith("--- ")) {
                    turns.add(new Turn(People.named(author), text.toString().strip()));
                    author = line.substring(4).strip();
                    text.setLength(0);
                } else {
                    text.append(line).append('\n');
                }
            }
            turns.add(new Turn(People.named(author), text.toString().strip()));
            return List.copyOf(turns);
        }
    }
}
