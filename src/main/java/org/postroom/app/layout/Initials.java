package org.postroom.app.layout;

/** One or two letters that stand for a person. */
public final class Initials {

    private Initials() {}

    /** Of the first two words of a name; empty where it has no word. */
    public static String of(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty() && letters.codePointCount(0, letters.length()) < 2) {
                letters.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return letters.toString();
    }
}
