package org.postroom.app.panes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A foreign text in runs, of which those that a search has found are marked.
 *
 * @param runs in reading order; together they are the text
 */
public record MarkedText(List<Run> runs) {

    /**
     * A piece of the text.
     *
     * @param text unescaped
     * @param found whether it is one of the words searched for
     */
    public record Run(String text, boolean found) {}

    /** A text in which nothing is marked. */
    public static MarkedText plain(String text) {
        return new MarkedText(List.of(new Run(text, false)));
    }

    /** A text with every occurrence of the words marked, whatever their case. */
    public static MarkedText marking(String text, List<String> words) {
        var folded = text.toLowerCase(Locale.ROOT);
        if (words.isEmpty() || folded.length() != text.length()) {
            return plain(text);
        }
        var runs = new ArrayList<Run>();
        var from = 0;
        for (var at = next(folded, words, 0); at.start() >= 0; at = next(folded, words, from)) {
            if (at.start() > from) {
                runs.add(new Run(text.substring(from, at.start()), false));
            }
            runs.add(new Run(text.substring(at.start(), at.end()), true));
            from = at.end();
        }
        runs.add(new Run(text.substring(from), false));
        return new MarkedText(List.copyOf(runs));
    }

    private static Span next(String folded, List<String> words, int from) {
        var best = new Span(-1, -1);
        for (var word : words) {
            var at = word.isEmpty() ? -1 : folded.indexOf(word.toLowerCase(Locale.ROOT), from);
            if (at >= 0 && (best.start() < 0 || at < best.start())) {
                best = new Span(at, at + word.toLowerCase(Locale.ROOT).length());
            }
        }
        return best;
    }

    private record Span(int start, int end) {}
}
