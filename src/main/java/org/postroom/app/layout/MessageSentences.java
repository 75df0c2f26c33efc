package org.postroom.app.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What stands around a message that is shown. */
@MessageBundle("letters")
public interface MessageSentences {
    @Message("to {people}")
    String toPeople(String people);

    @Message("me")
    String me();

    @Message("{position} of {total}")
    String position(String position, String total);

    @Message("Message from {sender}")
    String messageFrom(String sender);

    @Message("{#if count == 1}Show 1 quoted line{#else}Show {count} quoted lines{/if}")
    String quotedLines(int count);

    @Message("{#if count == 1}1 attachment, {size}{#else}{count} attachments, {size}{/if}")
    String attachments(int count, String size);

    @Message("message")
    String attachedMessageName();

    @Message("part {path}")
    String attachmentName(String path);

    @Message("The text is being fetched from your mail server.")
    String beingFetched();

    @Message("It is {size} long, and appears here by itself.")
    String beingFetchedText(String size);

    @Message("The text could not be fetched from your mail server yet.")
    String notFetched();

    @Message("This message was removed from the mail server before Postroom could fetch its text.")
    String neverFetched();

    @Message("Only its header is here.")
    String neverFetchedText();

    @Message("This message has no text.")
    String noText();

    @Message("Two senders.")
    String severalFrom();

    @Message(
            "This message names its sender {count} times, and programs disagree about which one counts.")
    String severalFromText(String count);

    @Message("Another address in the name.")
    String otherAddress();

    @Message(
            "The sender’s name contains {address}, but the message comes from somewhere else. Look at the address beside the name.")
    String otherAddressText(String address);

    @Message("Hidden characters in the name.")
    String invisibleInName();

    @Message(
            "The sender’s name holds characters that cannot be seen or that turn the direction of the text.")
    String invisibleInNameText();

    @Message("Mixed alphabets in the address.")
    String mixedScripts();

    @Message(
            "The domain {domain} mixes letters of several alphabets, so that one may pass for another.")
    String mixedScriptsText(String domain);

    @Message("An address that looks like another.")
    String lookalike();

    @Message("The letters of the domain {domain} look like those of another alphabet.")
    String lookalikeText(String domain);

    @Message("Replies go elsewhere.")
    String replyElsewhere();

    @Message("An answer would go to {address}, which is not where this message comes from.")
    String replyElsewhereText(String address);

    @Message("Shown in part.")
    String shownInPart();

    @Message(
            "The message is too long or too complicated to be shown whole. Its source has all of it.")
    String shownInPartText();
}
