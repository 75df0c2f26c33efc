package org.postroom.app.listing;

/** A search that cannot be understood; {@link #term} is what is wrong in it. */
public final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** Nothing was typed. */
        EMPTY,
        TOO_LONG,
        /** An operator without a value. */
        NO_VALUE,
        /** Not a date such as 2026-11-30. */
        NOT_A_DATE,
        /** Not a size such as 5M. */
        NOT_A_SIZE,
        /** {@code has:} knows attachment only. */
        UNKNOWN_HAS,
        /** {@code is:} knows unread, read, starred, unstarred, answered. */
        UNKNOWN_IS,
        /** {@code in:} with {@code OR}, with a minus, or twice. */
        IN_MISPLACED,
        /** Not a word that a label can be. */
        NOT_A_LABEL
    }

    private final Reason reason;
    private final String term;

    public NotUnderstood(Reason reason, String term) {
        super("A search was not understood: " + reason);
        this.reason = reason;
        this.term = term;
    }

    public Reason reason() {
        return reason;
    }

    public String term() {
        return term;
    }
}
