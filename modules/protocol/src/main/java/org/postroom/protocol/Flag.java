package org.postroom.protocol;

import java.util.Locale;
import java.util.Set;

/**
 * A mark on a message: a system flag or a keyword (RFC 9051 §2.3.2). Their case does not matter.
 *
 * @param value {@code \Seen} and the like, or a keyword: an atom of at most 100 characters
 */
public record Flag(String value) {

    // First, because the flags below are checked against it.
    private static final Set<String> SYSTEM =
            Set.of("\\seen", "\\answered", "\\flagged", "\\deleted", "\\draft");

    public static final Flag SEEN = new Flag("\\Seen");
    public static final Flag ANSWERED = new Flag("\\Answered");
    public static final Flag FLAGGED = new Flag("\\Flagged");
    public static final Flag DELETED = new Flag("\\Deleted");
    public static final Flag DRAFT = new Flag("\\Draft");

    /** RFC 5788: the message was forwarded. */
    public static final Flag FORWARDED = new Flag("$Forwarded");

    /** RFC 5788: it is junk. */
    public static final Flag JUNK = new Flag("$Junk");

    /** RFC 5788: it is no junk. */
    public static final Flag NOT_JUNK = new Flag("$NotJunk");

    private static final int MAX_LENGTH = 100;
    private static final String NOT_IN_AN_ATOM = "(){%*\"\\] ";

    public Flag {
        if (!isSystem(value) && !isKeyword(value)) {
            throw new IllegalArgumentException("Neither a system flag nor a keyword");
        }
    }

    /**
     * Whether the text can be a flag; a server's answer may hold other things, which are then left
     * out.
     */
    public static boolean isFlag(String text) {
        return isSystem(text) || isKeyword(text);
    }

    private static boolean isSystem(String value) {
        return SYSTEM.contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean isKeyword(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_LENGTH
                && value.chars()
                        .allMatch(c -> c > 0x20 && c < 0x7F && NOT_IN_AN_ATOM.indexOf(c) < 0);
    }

    public boolean isSystem() {
        return value.startsWith("\\");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flag flag && flag.value.equalsIgnoreCase(value);
    }

    @Override
    public int hashCode() {
        return value.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
