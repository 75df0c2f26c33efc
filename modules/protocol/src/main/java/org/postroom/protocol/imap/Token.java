package org.postroom.protocol.imap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a server's answer (RFC 9051 §4): an atom, a string or a parenthesised list. Whoever
 * asks it for what it is not gets something empty, because servers do send surprising things.
 */
sealed interface Token {

    /** What stands where nothing stands. */
    Token NIL = new Text(new byte[0], 0, 0, false);

    /** Whether it is {@code NIL}, or was not there. */
    boolean isNil();

    /** The octets of a string or atom; none for {@code NIL} and lists. */
    byte[] octets();

    /** What a list holds; nothing otherwise. */
    List<Token> items();

    /** Its n-th item from 0, or {@link #NIL}. */
    default Token at(int n) {
        return n < items().size() ? items().get(n) : NIL;
    }

    default boolean isList() {
        return this instanceof Group;
    }

    /** The octets as characters from 0 to 255. */
    default String latin1() {
        return new String(octets(), StandardCharsets.ISO_8859_1);
    }

    /** The octets in capitals, for words whose case does not matter. */
    default String word() {
        return latin1().toUpperCase(Locale.ROOT);
    }

    /** A number from 0 to 2^63 - 1; -1 where it is none. */
    default long number() {
        byte[] octets = octets();
        if (octets.length == 0 || octets.length > 18) {
            return -1;
        }
        long value = 0;
        for (byte octet : octets) {
            if (octet < '0' || octet > '9') {
                return -1;
            }
            value = value * 10 + octet - '0';
        }
        return value;
    }

    /** An atom or a string, as a stretch of the line that it came in. */
    final class Text implements Token {
        private final byte[] line;
        private final int from;
        private final int to;
        private final boolean string;

        Text(byte[] line, int from, int to, boolean string) {
            this.line = line;
            this.from = from;
            this.to = to;
            this.string = string;
        }

        @Override
        public boolean isNil() {
            return !string && (from == to || isTheWordNil());
        }

        private boolean isTheWordNil() {
            return to - from == 3
                    && (line[from] | 0x20) == 'n'
                    && (line[from + 1] | 0x20) == 'i'
                    && (line[from + 2] | 0x20) == 'l';
        }

        @Override
        public byte[] octets() {
            return isNil() ? new byte[0] : Arrays.copyOfRange(line, from, to);
        }

        @Override
        public List<Token> items() {
            return List.of();
        }
    }

    /** A parenthesised list. */
    record Group(List<Token> items) implements Token {
        @Override
        public boolean isNil() {
            return false;
        }

        @Override
        public byte[] octets() {
            return new byte[0];
        }
    }
}
