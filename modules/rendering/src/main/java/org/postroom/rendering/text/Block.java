package org.postroom.rendering.text;

import java.util.List;

/** A piece of a plain-text message. */
public sealed interface Block {

    /** Lines that belong together; the text of its tokens has line feeds between them. */
    record Paragraph(List<Token> tokens) implements Block {

        /** Copies the list. */
        public Paragraph {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * What somebody else has written, marked with {@code >}.
     *
     * @param depth 1 for the first level
     * @param lines how many lines of the message it takes, deeper quotes included
     * @param blocks what is quoted
     */
    record Quote(int depth, int lines, List<Block> blocks) implements Block {

        /** Copies the list. */
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /** What follows a line of two dashes and a space (RFC 3676 section 4.3). */
    record Signature(List<Token> tokens) implements Block {

        /** Copies the list. */
        public Signature {
            tokens = List.copyOf(tokens);
        }
    }
}
