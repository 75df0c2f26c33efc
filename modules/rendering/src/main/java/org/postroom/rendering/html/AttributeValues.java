package org.postroom.rendering.html;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Values of attributes that hold no URL, no CSS and no name, checked by their kind. */
final class AttributeValues {

    private static final int LONGEST_TEXT = 4096;

    // None of these can backtrack: every part is bounded, no two parts share a first character.
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,4}(\\.[0-9]{1,4})?%?");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,3}");
    private static final Pattern COLOUR = Pattern.compile("#?[0-9A-Za-z]{1,32}");
    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z-]{1,35}");
    private static final Pattern NUMBERS = Pattern.compile("[0-9., ]{1,200}");
    private static final Pattern FACES = Pattern.compile("[\\p{L}\\p{N} ,._'-]{1,200}");

    private static final Set<String> NUMBERED =
            AllowedElements.words(
                    "border cellpadding cellspacing height hspace size start value vspace width");
    private static final Set<String> FLAGS = Set.of("noshade", "nowrap", "open", "reversed");
    private static final Set<String> TEXTS = Set.of("abbr", "alt", "datetime", "summary", "title");
    private static final Map<String, Pattern> PATTERNS = patterns();

    private AttributeValues() {}

    /** The value as it may be written, or nothing. */
    static String check(String name, String value) {
        if (TEXTS.contains(name)) {
            return text(value);
        }
        if (FLAGS.contains(name)) {
            return name;
        }
        return NUMBERED.contains(name) ? number(value.strip()) : matching(name, value.strip());
    }

    private static Map<String, Pattern> patterns() {
        var patterns = new HashMap<String, Pattern>();
        put(patterns, WORD, "align clear dir frame lang rules scope shape type valign");
        put(patterns, COLOUR, "alink bgcolor bordercolor color link text vlink");
        put(patterns, COUNT, "colspan rowspan span");
        put(patterns, NUMBERS, "coords");
        put(patterns, FACES, "face");
        return Map.copyOf(patterns);
    }

    private static void put(Map<String, Pattern> patterns, Pattern pattern, String names) {
        AllowedElements.words(names).forEach(name -> patterns.put(name, pattern));
    }

    private static String matching(String name, String text) {
        var pattern = PATTERNS.get(name);
        return pattern != null && pattern.matcher(text).matches() ? text : "";
    }

    /** Mail writes 600px where HTML wants 600, and browsers understand both. */
    private static String number(String text) {
        boolean pixels = text.regionMatches(true, text.length() - 2, "px", 0, 2);
        var number = pixels ? text.substring(0, text.length() - 2).strip() : text;
        return NUMBER.matcher(number).matches() ? number : "";
    }

    private static String text(String value) {
        return PlainCharacters.of(
                value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value);
    }
}
