package org.postroom.protocol;

/**
 * How a list is ordered (RFC 5256 §3); equals stand by UID, in the same direction.
 *
 * @param descending the largest first, which for {@link Key#DATE} is the newest
 */
public record SortOrder(Key key, boolean descending) {

    /** What a list can be ordered by. */
    public enum Key {
        /** INTERNALDATE ({@code ARRIVAL}). */
        DATE,
        /** The first sender's local part ({@code FROM}) as the server compares it. */
        FROM,
        /** The base subject ({@code SUBJECT}). */
        SUBJECT,
        /** RFC822.SIZE. */
        SIZE
    }

    public static final SortOrder NEWEST_FIRST = new SortOrder(Key.DATE, true);
}
