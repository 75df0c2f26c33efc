package org.postroom.app.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words that only scripts show: keys, and what a pressed button says meanwhile. */
@MessageBundle("script")
public interface ScriptMessages {
    @Message("Archiving…")
    String archiving();

    @Message("Close")
    String closeKeys();

    @Message("Copying…")
    String copying();

    @Message("Deleting…")
    String deleting();

    @Message("Back to the list")
    String keyBack();

    @Message("Go to Drafts")
    String keyDrafts();

    @Message("This help")
    String keyHelp();

    @Message("Go to Inbox")
    String keyInbox();

    @Message("Move to a folder")
    String keyMove();

    @Message("Next, previous")
    String keyNext();

    @Message("Open")
    String keyOpen();

    @Message("Select")
    String keySelect();

    @Message("Go to Sent")
    String keySent();

    @Message("Go to Trash")
    String keyTrash();

    @Message("Keys")
    String keys();

    @Message("Switch keys off")
    String keysOff();

    @Message("Moving…")
    String moving();

    @Message("Searching…")
    String searching();

    @Message("Select all on this page")
    String selectPage();

    @Message("Postroom did not answer. Nothing is known to have changed. Try again.")
    String unanswered();

    @Message("Undoing…")
    String undoing();
}
