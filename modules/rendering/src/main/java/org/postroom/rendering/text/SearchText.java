package org.postroom.rendering.text;

import com.ibm.icu.text.Normalizer2;

/**
 * Text as it is kept for searches, and as the words are compared that people look for: a word is
 * found when its form is part of a text's form.
 *
 * <p>Compatible characters are one (NFKC), case is none (full folding: ß is ss), what cannot be
 * seen is left out, white space is one space.
 */
public final class SearchText {

    private static final Normalizer2 FORM = Normalizer2.getNFKCCasefoldInstance();

    private SearchText() {}

    /** The form of a text; nothing in it that a database refuses (NUL, halves of surrogates). */
    public static String normalised(String text) {
        return OneLine.of(FORM.normalize(wellFormed(text)));
    }

    private static String wellFormed(String text) {
        if (text.codePoints().noneMatch(SearchText::isHalf)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(c -> isHalf(c) ? 0xFFFD : c).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** At most so many characters of a text, none of them cut in two. */
    public static String shortened(String text, int characters) {
        if (text.length() <= characters) {
            return text;
        }
        boolean cutsPair = Character.isHighSurrogate(text.charAt(characters - 1));
        return text.substring(0, cutsPair ? characters - 1 : characters);
    }
}
