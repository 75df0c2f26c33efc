package org.postroom.rendering.html;

/** Text without the characters that change on their way through a serialiser and a parser. */
final class PlainCharacters {

    private PlainCharacters() {}

    /** The text with line feeds only, and without other control characters and lone surrogates. */
    static String of(String text) {
        if (text.chars().allMatch(PlainCharacters::isPlain)) {
            return text;
        }
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static boolean isPlain(int c) {
        return (c >= ' ' && c < 0x7F) || c == '\n' || (c >= 0xA0 && c < 0xD800);
    }

    private static void append(StringBuilder out, int c) {
        if (c == '\r') {
            return; // the line feed that belongs to it follows
        }
        if (c == '\t' || c == '\n' || !Character.isISOControl(c)) {
            boolean none = (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF;
            out.appendCodePoint(none ? 0xFFFD : c);
        }
    }
}
