package org.postroom.protocol;

import java.util.Optional;

/**
 * A mailbox's full name in Unicode, with the character that separates its levels (RFC 9051 §5.1).
 *
 * <p>{@code INBOX} is the one name without case, and is always written in capitals here. Two names
 * of an account are the same when their {@link #value} is.
 *
 * @param value not empty, at most 1,000 characters, without control characters
 * @param delimiter the hierarchy delimiter, or {@link #FLAT} on a server without levels
 */
public record MailboxName(String value, char delimiter) implements Comparable<MailboxName> {

    /** The delimiter of a server that has no hierarchy. */
    public static final char FLAT = '\0';

    /** The longest name accepted, in UTF-16 units. */
    public static final int MAX_LENGTH = 1000;

    private static final String INBOX = "INBOX";

    public MailboxName {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A mailbox name has 1 to " + MAX_LENGTH + " characters");
        }
        if (value.codePoints().anyMatch(MailboxName::isRefused)) {
            throw new IllegalArgumentException("A mailbox name has no control characters");
        }
        value = withCapitalInbox(value, delimiter);
    }

    /** The INBOX of an account with this delimiter. */
    public static MailboxName inbox(char delimiter) {
        return new MailboxName(INBOX, delimiter);
    }

    // Besides control characters and line separators, lone surrogates cannot cross the wire.
    private static boolean isRefused(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private static String withCapitalInbox(String value, char delimiter) {
        boolean whole =
                value.length() == INBOX.length()
                        || value.charAt(Math.min(INBOX.length(), value.length() - 1)) == delimiter;
        return whole && value.regionMatches(true, 0, INBOX, 0, INBOX.length())
                ? INBOX + value.substring(INBOX.length())
                : value;
    }

    public boolean isInbox() {
        return value.equals(INBOX);
    }

    /** The last level: what a person calls the folder. */
    public String leaf() {
        return value.substring(lastDelimiter() + 1);
    }

    /** The name without its last level; empty at the top. */
    public Optional<MailboxName> parent() {
        int at = lastDelimiter();
        return at <= 0
                ? Optional.empty()
                : Optional.of(new MailboxName(value.substring(0, at), delimiter));
    }

    /**
     * The name of a mailbox right below this one.
     *
     * @throws IllegalArgumentException when the leaf is empty or holds the delimiter, or when there
     *     are no levels
     */
    public MailboxName child(String leaf) {
        if (delimiter == FLAT) {
            throw new IllegalArgumentException("This server has no folders inside folders");
        }
        return new MailboxName(value + delimiter + checkedLeaf(leaf, delimiter), delimiter);
    }

    /** Whether this lies below the other, at any depth. */
    public boolean isBelow(MailboxName other) {
        return delimiter != FLAT && value.startsWith(other.value + delimiter);
    }

    /** How many levels lie above; 0 at the top. */
    public int depth() {
        return delimiter == FLAT ? 0 : (int) value.chars().filter(c -> c == delimiter).count();
    }

    static String checkedLeaf(String leaf, char delimiter) {
        if (leaf.isBlank() || (delimiter != FLAT && leaf.indexOf(delimiter) >= 0)) {
            throw new IllegalArgumentException(
                    "Not the name of one level: " + leaf.length() + " characters");
        }
        return leaf;
    }

    private int lastDelimiter() {
        return delimiter == FLAT ? -1 : value.lastIndexOf(delimiter);
    }

    @Override
    public int compareTo(MailboxName other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailboxName name && name.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
