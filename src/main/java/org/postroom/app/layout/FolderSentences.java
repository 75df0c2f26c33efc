package org.postroom.app.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said about folders. */
@MessageBundle("places")
public interface FolderSentences {
    @Message(
            "{#if count == 1}1 folder{#else}{text} folders{/if}, {#if messages == 1}1 message{#else}{messagesText} messages{/if}")
    String folderSummary(long count, String text, long messages, String messagesText);

    @Message(
            "{#if count == 0}Delete folder{#else}{#if count == 1}Delete folder and 1 message{#else}Delete folder and {text} messages{/if}{/if}")
    String folderLoss(long count, String text);

    @Message(
            "{#if count == 0}Delete “{name}”?{#else}{#if count == 1}Delete “{name}” and the message in it?{#else}Delete “{name}” and the {text} messages in it?{/if}{/if}")
    String folderDeletion(String name, long count, String text);
}
