package org.postroom.app.layout;

/**
 * One line of the folder tree.
 *
 * @param name full name on the server, goes to {@code data-mailbox}
 * @param label what a person reads: the last level of the name, or "Inbox", "Sent" …
 * @param url where the mailbox opens
 * @param depth 0 at the top
 * @param kind what the mailbox is for
 * @param unseen number of unread messages; 0 shows nothing
 * @param unseenText the same number for people, "…" while it is not known
 * @param current whether this mailbox is the one being shown
 * @param selectable false for a level that holds other mailboxes only ({@code \Noselect})
 */
public record MailboxRow(
        String name,
        String label,
        String url,
        int depth,
        MailboxKind kind,
        long unseen,
        String unseenText,
        boolean current,
        boolean selectable) {

    /** Whether the line is drawn bold. */
    public boolean loud() {
        return unseen > 0 && !kind.quiet();
    }

    /** The depth as far as the narrow column can show it. */
    public int indent() {
        return Math.min(depth, 6);
    }
}
