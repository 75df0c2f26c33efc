package org.postroom.app.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What was done. */
@MessageBundle("deeds")
public interface DoneSentences {
    @Message("{#if count == 1}1 message archived.{#else}{text} messages archived.{/if}")
    String archived(long count, String text);

    @Message("{#if count == 1}1 message marked as junk.{#else}{text} messages marked as junk.{/if}")
    String junked(long count, String text);

    @Message(
            "{#if count == 1}1 message moved to the inbox.{#else}{text} messages moved to the inbox.{/if}")
    String unjunked(long count, String text);

    @Message("{#if count == 1}1 message moved to Trash.{#else}{text} messages moved to Trash.{/if}")
    String trashed(long count, String text);

    @Message(
            "{#if count == 1}1 message moved to {folder}.{#else}{text} messages moved to {folder}.{/if}")
    String moved(long count, String text, String folder);

    @Message("{#if count == 1}1 message moved.{#else}{text} messages moved.{/if}")
    String movedAway(long count, String text);

    @Message(
            "{#if count == 1}1 message copied to {folder}.{#else}{text} messages copied to {folder}.{/if}")
    String copied(long count, String text, String folder);

    @Message(
            "{#if count == 1}1 message deleted for good.{#else}{text} messages deleted for good.{/if}")
    String deletedForGood(long count, String text);

    @Message("{#if count == 1}1 message marked as read.{#else}{text} messages marked as read.{/if}")
    String markedRead(long count, String text);

    @Message(
            "{#if count == 1}1 message marked as unread.{#else}{text} messages marked as unread.{/if}")
    String markedUnread(long count, String text);

    @Message("{#if count == 1}1 message starred.{#else}{text} messages starred.{/if}")
    String starred(long count, String text);

    @Message(
            "{#if count == 1}Star removed from 1 message.{#else}Star removed from {text} messages.{/if}")
    String unstarred(long count, String text);

    @Message("{#if count == 1}1 message labelled.{#else}{text} messages labelled.{/if}")
    String labelled(long count, String text);

    @Message(
            "{#if count == 1}Label removed from 1 message.{#else}Label removed from {text} messages.{/if}")
    String unlabelled(long count, String text);

    @Message("{#if count == 1}1 was no longer there.{#else}{text} were no longer there.{/if}")
    String someGone(long count, String text);

    @Message(
            "{#if count == 1}1 could not be changed, because the mail server stopped in between.{#else}{text} could not be changed, because the mail server stopped in between.{/if}")
    String someLeft(long count, String text);

    @Message("Undone.")
    String undone();

    @Message("Undone, but for {text} that had meanwhile gone elsewhere.")
    String undoneInPart(String text);

    @Message("This can no longer be undone: it was undone already, or is more than 10 minutes ago.")
    String tooLateToUndo();

    @Message("Nothing had to be changed.")
    String nothingChanged();

    @Message("Folder “{name}” created.")
    String folderCreated(String name);

    @Message("Folder “{name}” renamed.")
    String folderRenamed(String name);

    @Message("Folder “{name}” deleted.")
    String folderDeleted(String name);

    @Message("Saved.")
    String settingsSaved();

    @Message("Postroom is looking for new mail.")
    String checking();
}
