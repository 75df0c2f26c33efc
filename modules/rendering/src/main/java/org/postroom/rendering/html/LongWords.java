package org.postroom.rendering.html;

import java.util.ArrayList;
import java.util.List;

/**
 * Where very long words may break. A rule of style alone would not do: it would squeeze the columns
 * of tables, in which most HTML mail lives.
 */
final class LongWords {

    private static final int LONG = 50;
    private static final int PIECE = 30;
    private static final int ENDLESS = 20_000;

    private LongWords() {}

    /** The text in pieces between which a line may end; one piece when there is no long word. */
    static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        int start = 0;
        int word = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isOfWord(text.charAt(i))) {
                start = cut(text, start, word, i, pieces);
                word = i + 1;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static int cut(String text, int start, int from, int to, List<String> pieces) {
        int cut = start;
        boolean breaks = to - from > LONG && to - from < ENDLESS;
        for (int at = from + PIECE; breaks && at < to; at += PIECE) {
            pieces.add(text.substring(cut, at));
            cut = at;
        }
        return cut;
    }

    /** Beyond ASCII, scripts break by rules of their own. */
    private static boolean isOfWord(char c) {
        return c > ' ' && c < 0x7F;
    }
}
