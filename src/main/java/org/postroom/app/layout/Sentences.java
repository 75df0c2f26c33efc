package org.postroom.app.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Whole sentences that say what is there, what was done, and what went wrong. */
@MessageBundle("say")
public interface Sentences {

    // Lists

    @Message("(no subject)")
    String noSubject();

    @Message("(unknown sender)")
    String noSender();

    @Message("(no recipient)")
    String noRecipient();

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

    @Message("Search results")
    String searchResults();

    // Searching

    @Message("{first}–{last} so far")
    String rangeSoFar(String first, String last);

    @Message("{count} found")
    String found(String count);

    @Message("{#if total == 1}in 1 folder{#else}in {done} of {total} folders{/if}")
    String foundWhere(int done, int total);

    @Message("Still to be searched: {folders}")
    String stillToSearch(String folders);

    @Message("The mail server {host} cannot search for this")
    String cannotSearch(String host);

    @Message("Not searched")
    String searchNotDone();

    @Message("The mail server refused this search. Try it with fewer or other words.")
    String searchNotDoneText();

    @Message("No folder is called “{name}”")
    String noSuchPlace(String name);

    @Message("After in: stands the name of a folder, in quotation marks if it has spaces.")
    String noSuchPlaceText();

    @Message("Nothing found")
    String nothingFound();

    @Message("Try fewer words, another spelling, or all folders.")
    String nothingFoundText();

    @Message("This folder")
    String thisFolder();

    @Message("All folders")
    String allFolders();

    @Message("There is nothing to search for.")
    String searchEmpty();

    @Message("This search is too long.")
    String searchTooLong();

    @Message("“{term}” lacks what should stand behind the colon.")
    String searchNoValue(String term);

    @Message("“{term}” is not a date. Write it like before:2026-11-30.")
    String searchNotADate(String term);

    @Message("“{term}” is not a size. Write it like larger:5M.")
    String searchNotASize(String term);

    @Message("“{term}” is not known. Write has:attachment.")
    String searchUnknownHas(String term);

    @Message(
            "“{term}” is not known. Write is:unread, is:read, is:starred, is:unstarred or is:answered.")
    String searchUnknownIs(String term);

    @Message("“{term}” can only stand alone, once and without a minus.")
    String searchInMisplaced(String term);

    @Message("“{term}” is not a label: labels have no spaces and no brackets.")
    String searchNotALabel(String term);

    @Message("Nothing was searched. “Search tips” beside the box shows what can be written.")
    String searchTips();

    // The message

    @Message("to {people}")
    String toPeople(String people);

    @Message("me")
    String me();

    @Message("{position} of {total}")
    String position(String position, String total);

    @Message("Message from {sender}")
    String messageFrom(String sender);

    @Message("Show {count} quoted lines")
    String quotedLines(int count);

    @Message("{#if count == 1}1 attachment, {size}{#else}{count} attachments, {size}{/if}")
    String attachments(int count, String size);

    @Message("message")
    String attachedMessageName();

    @Message("part {path}")
    String attachmentName(String path);

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

    // What was done

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

    // Folders

    @Message(
            "{#if count == 1}1 folder{#else}{text} folders{/if}, {#if messages == 1}1 message{#else}{messagesText} messages{/if}")
    String folderSummary(long count, String text, long messages, String messagesText);

    @Message(
            "{#if count == 0}Delete folder{#else}{#if count == 1}Delete folder and 1 message{#else}Delete folder and {text} messages{/if}{/if}")
    String folderLoss(long count, String text);

    @Message(
            "{#if count == 0}Delete “{name}”?{#else}{#if count == 1}Delete “{name}” and the message in it?{#else}Delete “{name}” and the {text} messages in it?{/if}{/if}")
    String folderDeletion(String name, long count, String text);

    // What is asked first

    @Message(
            "{#if count == 1}Delete 1 message for good?{#else}Delete {text} messages for good?{/if}")
    String deleteForGood(long count, String text);

    @Message("They are deleted on the mail server too. This cannot be undone.")
    String deleteForGoodConsequence();

    @Message("{#if count == 1}Delete 1 message{#else}Delete {text} messages{/if}")
    String deleteForGoodButton(long count, String text);

    @Message("Keep them")
    String keepThem();

    // Long work

    @Message("{done} of {total} are done.")
    String jobProgress(String done, String total);

    @Message("You can leave this page: the work goes on while you are signed in.")
    String jobNote();

    @Message("Done: {done} of {total}.")
    String jobDone(String done, String total);

    @Message("Stopped: {done} of {total} are done, the others are as they were.")
    String jobStopped(String done, String total);

    @Message(
            "This did not go to its end: {done} of {total} are done, the others are as they were. Try again for those.")
    String jobFailed(String done, String total);

    @Message(
            "{#switch kind}{#case 'archive'}Archiving{#case 'junk'}Marking as junk{#case 'not-junk'}Moving to the inbox{#case 'trash'}Moving to Trash{#case 'move'}Moving{#case 'copy'}Copying{#case 'delete'}Deleting{#case 'read'}Marking as read{#case 'unread'}Marking as unread{#case 'star'}Starring{#case 'unstar'}Removing stars{#else}Changing{/switch} {total} messages")
    String jobHeading(String kind, String total);

    @Message("Back to the list")
    String backToList();

    @Message("Two large changes are under way already.")
    String tooMuchAtOnce();

    @Message("Wait until one of them is done, then try again. Nothing was changed.")
    String tooMuchAtOnceDetail();

    // Signing in

    @Message("The address or the password is not right.")
    String signInRefused();

    @Message("The mail server did not accept them. Check both and try again.")
    String signInRefusedDetail();

    @Message("Some providers want an app password here instead of the usual one.")
    String appPasswordHint();

    @Message("Type your mail address and your password.")
    String signInIncomplete();

    @Message("Neither may be empty, very long, or hold control characters.")
    String signInIncompleteDetail();

    @Message("These server settings cannot be right.")
    String serverNotSensible();

    @Message("Check the server’s name, the port (1 to 65535) and the kind of protection.")
    String serverNotSensibleDetail();

    @Message("No mail server is known for this address.")
    String noServer();

    @Message(
            "Check the address, or type your provider’s server under “Server settings” if it is offered.")
    String noServerDetail();

    @Message("Addresses of this domain cannot sign in here.")
    String notHere();

    @Message("Use the address of a mailbox that belongs to this service.")
    String notHereDetail();

    @Message("Too many attempts.")
    String tooOften();

    @Message(
            "The mail server was not asked again, so that it does not lock you out. Wait {time}, then try once more.")
    String waitFor(String time);

    @Message("{#if count == 1}1 second{#else}{count} seconds{/if}")
    String seconds(long count);

    @Message("{#if count == 1}1 minute{#else}{count} minutes{/if}")
    String minutes(long count);

    @Message("This mail server cannot be used.")
    String serverNotUsable();

    @Message(
            "It did not answer as a protected mail server, or it may not be reached from here. Check its name, port and protection.")
    String serverNotUsableDetail();

    @Message("This is not your fault, and your password was not tested. Try again in a while.")
    String notYourFault();

    @Message("This page was opened over a connection that is not protected.")
    String unprotected();

    @Message(
            "Your browser would not keep you signed in, and others could read along. Open it with https:// at the front, or on the machine itself as http://localhost.")
    String unprotectedDetail();

    @Message("You are signed in as {address}. Signing in here replaces that.")
    String replacesSession(String address);

    @Message(
            "Your provider’s mail server is {host}, which does not belong to the domain of your address. If you know it, type your password once more and sign in: it goes there.")
    String confirmServer(String host);

    // What went wrong

    @Message("This address is not complete or not one of Postroom’s.")
    String badAddress();

    @Message("Nothing was changed. Go back to the inbox and try again from there.")
    String badAddressDetail();

    @Message("The form that was sent is not complete.")
    String badForm();

    @Message("Nothing was changed. Go back, reload the page and try again.")
    String badFormDetail();

    @Message("No message was ticked.")
    String nothingSelected();

    @Message("Tick the messages first, then choose what to do with them.")
    String nothingSelectedDetail();

    @Message("A folder cannot have this name.")
    String badFolderName();

    @Message(
            "Use at least one letter, no control characters, and not the character that the mail server keeps for folders inside folders.")
    String badFolderNameDetail();

    @Message("No folder was chosen.")
    String noTarget();

    @Message("Choose where the messages are to go. Nothing was changed.")
    String noTargetDetail();

    @Message("This form is no longer valid.")
    String forged();

    @Message(
            "It is from before you signed in, or from another site. Nothing was changed. Reload the page and try again.")
    String forgedDetail();

    @Message("There is no such page.")
    String noSuchPage();

    @Message("The address may be mistyped, or what was there is gone.")
    String noSuchPageDetail();

    @Message("There is no folder of this name.")
    String noSuchMailbox();

    @Message("It may have been renamed or deleted by another program. Nothing was changed.")
    String noSuchMailboxDetail();

    @Message("This message is no longer there.")
    String noSuchMessage();

    @Message("Another program has moved or deleted it, or it was never in this folder.")
    String noSuchMessageDetail();

    @Message("The mail server has numbered this folder anew.")
    String uidValidityChanged();

    @Message("Your list was out of date, so nothing was changed. Open the folder again.")
    String uidValidityChangedDetail();

    @Message("There is a folder of this name already.")
    String mailboxExists();

    @Message("Choose another name. Nothing was changed.")
    String mailboxExistsDetail();

    @Message("The mail server does not allow this.")
    String notPermitted();

    @Message("Nothing was changed.")
    String nothingWasChanged();

    @Message("Your mailbox is full.")
    String overQuota();

    @Message("The mail server took no more. Delete something, empty Trash, and try again.")
    String overQuotaDetail();

    @Message("The mail server {host} cannot be reached.")
    String unreachable(String host);

    @Message("The mail server {host} did not answer in time.")
    String timedOut(String host);

    @Message("The mail server {host} is busy.")
    String busy(String host);

    @Message("The certificate of the mail server {host} is not valid.")
    String certificate(String host);

    @Message(
            "The connection could be listened to, so nothing was sent. The mail server’s operator has to mend this.")
    String certificateDetail();

    @Message("The mail server {host} answers in a way that Postroom cannot use.")
    String badResponse(String host);

    @Message("The mail server {host} has ended the connection.")
    String connectionLost(String host);

    @Message("Nothing was lost. Try again in a moment.")
    String tryAgain();

    @Message("It may or may not have been done: look before you try again.")
    String maybeDone();

    @Message("The mail server {host} refused this.")
    String refused(String host);

    @Message("Your password was changed.")
    String passwordChanged();

    @Message(
            "The mail server no longer accepts the one that you signed in with. Sign in again to go on.")
    String passwordChangedDetail();

    @Message("Something went wrong in Postroom.")
    String ourFault();

    @Message(
            "Nothing of your mail is lost. The operator finds the reason in the log under {incident}.")
    String ourFaultDetail(String incident);

    @Message("Today at {time}. Error {status}.")
    String footnote(String time, int status);

    @Message("Try again")
    String again();

    @Message("Go to the inbox")
    String toInbox();

    @Message("Open the folder")
    String toFolder();

    @Message("Sign in")
    String signIn();
}
