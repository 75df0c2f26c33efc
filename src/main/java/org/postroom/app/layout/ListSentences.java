package org.postroom.app.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a list says about itself and its rows. */
@MessageBundle("lists")
public interface ListSentences {
    @Message("(no subject)")
    String noSubject();

    @Message("(unknown sender)")
    String noSender();

    @Message("(no recipient)")
    String noRecipient();

    @Message("New message")
    String senderPending();

    @Message("Its header is being fetched…")
    String headerPending();

    @Message("Not listed yet")
    String notListedYet();

    @Message("{done} of {total}")
    String fillingNumbers(String done, String total);

    @Message("messages listed so far")
    String fillingWhat();

    @Message("To: {people}")
    String recipients(String people);

    @Message("{first}–{last} of {total}")
    String range(String first, String last, String total);

    @Message("Newest first")
    String newestFirst();

    @Message("Oldest first")
    String oldestFirst();

    @Message("Sender A to Z")
    String sendersUp();

    @Message("Sender Z to A")
    String sendersDown();

    @Message("Subject A to Z")
    String subjectsUp();

    @Message("Subject Z to A")
    String subjectsDown();

    @Message("Largest first")
    String largestFirst();

    @Message("Smallest first")
    String smallestFirst();

    @Message("All")
    String filterAll();

    @Message("Unread")
    String filterUnread();

    @Message("Starred")
    String filterStarred();

    @Message("Attachments")
    String filterAttachments();

    @Message("Nothing in {folder}")
    String nothingIn(String folder);

    @Message("Messages that you move here will appear in this list.")
    String nothingInText();

    @Message("New mail appears here when it arrives.")
    String nothingInInboxText();

    @Message("Nothing matches")
    String nothingMatches();

    @Message("No message in {folder} is like that. Choose “All” to see the others.")
    String nothingMatchesText(String folder);

    @Message("This page is empty")
    String nothingOnPage();

    @Message("The list has become shorter. Go back to its first page.")
    String nothingOnPageText();

    @Message("Empty {folder}")
    String emptyFolder(String folder);

    @Message("{used} of {limit} used")
    String quota(String used, String limit);
}
