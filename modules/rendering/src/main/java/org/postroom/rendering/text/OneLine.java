package org.postroom.rendering.text;

/** Text on one line without what cannot be seen. */
final class OneLine {

    private OneLine() {}

    /**
     * Single spaces between words; without the invisible characters with which newsletters keep
     * their first sentence alone in a list. Joiners stay within words, where they are spelling.
     */
    static String of(String text) {
        var out = new StringBuilder(Math.min(text.length(), 4096));
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (isSpace(points[i])) {
                endWord(out);
            } else if (!isInvisible(points, i)) {
                out.appendCodePoint(points[i]);
            }
        }
        return out.toString().strip();
    }

    private static void endWord(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x2800 || c == 0x3164;
    }

    private static boolean isInvisible(int[] points, int at) {
        return switch (points[at]) {
            case 0x200C, 0x200D -> !isBetweenLetters(points, at);
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0xFFFC -> true;
            default ->
                    Character.getType(points[at]) == Character.FORMAT
                            || Character.isISOControl(points[at]);
        };
    }

    private static boolean isBetweenLetters(int[] points, int at) {
        return at > 0
                && at + 1 < points.length
                && isVisible(points[at - 1])
                && isVisible(points[at + 1]);
    }

    private static boolean isVisible(int c) {
        return Character.isLetter(c)
                || (Character.getType(c) == Character.NON_SPACING_MARK && c != 0x034F)
                || Character.isEmoji(c)
                || c == 0xFE0F;
    }
}
