package org.postroom.testing.corpus;

import java.util.stream.Collectors;

/** Breaks paragraphs into lines as mail programs do. */
final class Wrapping {
    private static final int WIDTH = 72;

    private Wrapping() {}

    /** Hard line ends. */
    static String fixed(String text) {
        return wrapped(text, "\n");
    }

    /** A space before each line end that is not the paragraph's (RFC 3676, section 4.1). */
    static String flowed(String text) {
        return wrapped(text, " \n");
    }

    private static String wrapped(String text, String lineEnd) {
        return text.lines()
                .map(line -> paragraph(line, lineEnd))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Quoted lines and lists stay as they are. */
    private static String paragraph(String line, String lineEnd) {
        if (line.length() <= WIDTH || line.startsWith(">") || line.startsWith(" ")) {
            return line;
        }
        var wrapped = new StringBuilder();
        var rest = line;
        for (int space = breakOf(rest); space > 0; space = breakOf(rest)) {
            wrapped.append(rest, 0, space).append(lineEnd);
            rest = rest.substring(space).stripLeading();
        }
        return wrapped.append(rest).toString();
    }

    private static int breakOf(String rest) {
        return rest.length() <= WIDTH ? 0 : rest.lastIndexOf(' ', WIDTH);
    }
}
