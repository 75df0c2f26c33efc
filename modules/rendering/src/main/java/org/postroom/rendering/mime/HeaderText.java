package org.postroom.rendering.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * Header values to text (RFC 2047), forgiving what mailers get wrong: characters cut between two
 * encoded words, encoded words inside quotes or with spaces, and 8-bit octets that are not encoded.
 */
public final class HeaderText {

    /** Longest value that is decoded, in characters. */
    public static final int LIMIT = HeaderBlock.FIELD_LIMIT;

    private HeaderText() {}

    /**
     * The text of a header value, on one line, without control characters.
     *
     * @param raw as in the message; characters up to U+00FF alone may stand for its octets
     */
    public static String decode(String raw) {
        var bounded = raw.length() > LIMIT ? raw.substring(0, LIMIT) : raw;
        return oneLine(new Words(withoutRawOctets(bounded)).decode());
    }

    /** As {@link #decode(String)}, from octets. */
    public static String decode(byte[] raw) {
        return oneLine(new Words(Charsets.decode(raw, null)).decode());
    }

    private static String withoutRawOctets(String raw) {
        if (raw.chars().allMatch(c -> c < 0x80) || raw.chars().anyMatch(c -> c > 0xFF)) {
            return raw;
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(raw.getBytes(ISO_8859_1))).toString();
        } catch (CharacterCodingException _) {
            return raw; // it was text already, or octets of Latin 1, which look the same
        }
    }

    private static String oneLine(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\n') {
                out.append(' ');
            } else if (!Character.isISOControl(c)) {
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    /** Runs of encoded words: their octets are joined before they are decoded. */
    private static final class Words {
        private final String raw;
        private final StringBuilder out = new StringBuilder();
        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
        private String pendingCharset = "";

        Words(String raw) {
            this.raw = raw;
        }

        String decode() {
            int position = 0;
            for (int start = raw.indexOf("=?"); start >= 0; start = raw.indexOf("=?", position)) {
                position = next(position, start);
            }
            plain(raw.substring(position));
            flush();
            return out.toString();
        }

        private int next(int position, int start) {
            var word = EncodedWord.at(raw, start);
            if (word == null) {
                plain(raw.substring(position, start + 2));
                return start + 2;
            }
            between(raw.substring(position, start));
            take(word);
            return word.end();
        }

        /** White space between two encoded words is no text (RFC 2047 section 6.2). */
        private void between(String text) {
            if (pendingCharset.isEmpty() || !text.isBlank()) {
                plain(text);
            }
        }

        private void plain(String text) {
            flush();
            out.append(text);
        }

        private void take(EncodedWord word) {
            if (!word.charset().equalsIgnoreCase(pendingCharset)) {
                flush();
            }
            pendingCharset = word.charset();
            pending.writeBytes(word.octets());
        }

        private void flush() {
            if (!pendingCharset.isEmpty()) {
                out.append(Charsets.decode(pending.toByteArray(), pendingCharset));
                pending.reset();
                pendingCharset = "";
            }
        }
    }
}
