package org.postroom.rendering.html;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Names that a message gives to its parts, kept apart from ours by a prefix: the same one in
 * attributes, links and selectors, so that a message still finds its own parts.
 */
final class OwnNames {

    private static final String PREFIX = "m-";
    private static final int LONGEST = 80;

    private OwnNames() {}

    /** The prefixed name, or nothing when it has unusual characters. A prefix is not repeated. */
    static String name(String value) {
        var name = value.strip();
        if (name.isEmpty()
                || name.length() > LONGEST
                || !name.chars().allMatch(OwnNames::isUsual)) {
            return "";
        }
        return name.startsWith(PREFIX) ? name : PREFIX + name;
    }

    static String classes(String value) {
        return Arrays.stream(value.strip().split("\\s+", 50))
                .map(OwnNames::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The name in a {@code #name}, prefixed; nothing for any other reference. */
    static String fragment(String value) {
        var reference = value.strip();
        var name = reference.startsWith("#") ? name(reference.substring(1)) : "";
        return name.isEmpty() ? "" : "#" + name;
    }

    private static boolean isUsual(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_';
    }
}
