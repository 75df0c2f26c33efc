package org.postroom.app.folders;

import org.postroom.app.layout.MailboxKind;

/**
 * A folder on the page that manages them.
 *
 * @param name full name on the server
 * @param label its last level
 * @param parent full name of the folder it is in, empty at the top
 * @param url where it opens; empty if it cannot hold messages
 * @param depth 0 at the top
 * @param kind what it is for
 * @param content how much is in it
 * @param subscribed whether it is in the list
 * @param fixed true for Inbox and folders with a special use: "Always there"
 * @param deletion what is asked before it is deleted
 */
public record FolderRow(
        String name,
        String label,
        String parent,
        String url,
        int depth,
        MailboxKind kind,
        Content content,
        boolean subscribed,
        boolean fixed,
        Deletion deletion) {

    /**
     * How much is in a folder.
     *
     * @param messages number for people, empty if unknown
     * @param unread number for people, empty if none
     * @param size "12 MB", empty where the server does not tell
     */
    public record Content(String messages, String unread, String size) {}

    /**
     * What deleting a folder means.
     *
     * @param loss what it loses, on the button: "Delete folder and 312 messages"
     * @param question "Delete “Old contracts” and the 312 messages in it?"
     */
    public record Deletion(String loss, String question) {}
}
