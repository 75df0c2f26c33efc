package org.postroom.app.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What went wrong. */
@MessageBundle("troubles")
public interface TroubleSentences {
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

    @Message("The text of this message has not been fetched from your mail server yet.")
    String pending();

    @Message("It comes by itself, as soon as the mail server gives it. Try again in a moment.")
    String pendingDetail();

    @Message("This message was removed from the mail server before Postroom could fetch its text.")
    String neverFetched();

    @Message("Only its header is here.")
    String neverFetchedDetail();

    @Message("The mail server {host} wants a pause between sign-ins.")
    String delayed(String host);

    @Message("Nothing was lost. Try again in {time}.")
    String tryAgainIn(String time);

    @Message("Postroom cannot store anything at the moment.")
    String storage();

    @Message(
            "Nothing was changed or deleted on your mail server. Try again in a while; if it stays like this, tell the operator.")
    String storageDetail();

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
