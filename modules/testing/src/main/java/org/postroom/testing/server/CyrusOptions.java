package org.postroom.testing.server;

/**
 * How a test wants its Cyrus.
 *
 * @param slashes whether {@code /} separates the levels of a mailbox name, otherwise {@code .}
 * @param belowInbox whether everything lies below INBOX
 */
public record CyrusOptions(boolean slashes, boolean belowInbox) {
    /** Slashes, no prefix. */
    public static final CyrusOptions STANDARD = new CyrusOptions(true, false);

    /** Dots and {@code INBOX.} before every name: the old default of Cyrus. */
    public static final CyrusOptions BELOW_INBOX = new CyrusOptions(false, true);
}
