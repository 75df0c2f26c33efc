package org.postroom.app.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of signing in, managing folders, long work and the search tips. */
@MessageBundle("page")
public interface PageMessages {
    @Message("Always there")
    String alwaysThere();

    @Message("Create")
    String create();

    @Message("They are deleted on the mail server too. This cannot be undone.")
    String deletedOnServer();

    @Message("In the list")
    String inTheList();

    @Message("Inside")
    String inside();

    @Message("Mail address")
    String mailAddress();

    @Message("Mail server")
    String mailServer();

    @Message("Messages")
    String messagesColumn();

    @Message("The messages stay inside.")
    String messagesStay();

    @Message("Name")
    String name();

    @Message("New folder")
    String newFolder();

    @Message("None (not protected)")
    String noEncryption();

    @Message("Password")
    String password();

    @Message("Your password is passed on to your mail server and never stored in the clear.")
    String passwordAssurance();

    @Message("Port")
    String port();

    @Message("Rename or move")
    String renameOrMove();

    @Message("Save")
    String save();

    @Message("Security")
    String security();

    @Message("Server settings")
    String serverSettings();

    @Message(
            "Only needed if Postroom cannot find your server. Your provider calls these "
                    + "“IMAP” settings.")
    String serverSettingsHint();

    @Message("Settings")
    String settings();

    @Message("Settings and account")
    String sections();

    @Message("Close the settings")
    String closeSections();

    @Message("Back to mail")
    String backToMail();

    @Message("Kind of mailbox")
    String kindOfMailbox();

    @Message("Find out by itself")
    String findOut();

    @Message("IMAP is taken where both are known. Your provider tells which it offers.")
    String kindOfMailboxHint();

    @Message("Show {folder} in the list")
    String showInList(String folder);

    @Message("Sign in")
    String signIn();

    @Message("Sign in to your mail")
    String signInHeading();

    @Message("Use the address and password of your mailbox at your mail provider.")
    String signInLead();

    @Message("Size")
    String size();

    @Message("Stay signed in for 30 days")
    String staySignedIn();

    @Message("Stop")
    String stop();

    @Message("newer than a day")
    String tipAfter();

    @Message("with files")
    String tipAttachment();

    @Message("older than a day")
    String tipBefore();

    @Message("words in the text")
    String tipBody();

    @Message("who sent it")
    String tipFrom();

    @Message("in one folder")
    String tipIn();

    @Message("bigger than 5 MB")
    String tipLarger();

    @Message("without this word")
    String tipNot();

    @Message("Words next to each other must all be found. Put OR between two to find either.")
    String tipOr();

    @Message("these words together")
    String tipPhrase();

    @Message("smaller than 100 kB")
    String tipSmaller();

    @Message("with a star")
    String tipStarred();

    @Message("words in the subject")
    String tipSubject();

    @Message("who it went to")
    String tipTo();

    @Message("not read yet")
    String tipUnread();

    @Message("Nothing (top level)")
    String topLevel();

    @Message("Unread")
    String unreadColumn();
}
