package org.postroom.app.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How an account is, and what is kept of it. */
@MessageBundle("account")
public interface AccountSentences {

    // How it is

    @Message("Account health")
    String health();

    @Message("Working.")
    String working();

    @Message("Getting to know your mailbox.")
    String starting();

    @Message("Postroom is looking at the mailbox for the first time.")
    String startingText();

    @Message("Looking for new mail now.")
    String lookingNow();

    @Message("Last contact: {when}.")
    String lastContact(String when);

    @Message("Next check for new mail: {when}.")
    String nextContact(String when);

    @Message("Next check for new mail: in a moment.")
    String nextContactSoon();

    @Message("The mail server has just answered.")
    String answered();

    @Message("Since {when}.")
    String since(String when);

    @Message("Check now")
    String checkNow();

    // What is wrong

    @Message("Another program is using this mailbox.")
    String inUse();

    @Message("POP3 lets in one at a time, so Postroom waits for its turn. Nothing is lost.")
    String inUseText();

    @Message("The mail server wants a pause between sign-ins.")
    String loginDelay();

    @Message("Postroom keeps to it, and looks for new mail when it is over.")
    String loginDelayText();

    @Message("It is {time} long. Postroom keeps to it, and looks for new mail when it is over.")
    String loginDelayOf(String time);

    @Message("The mail server has a problem that will pass.")
    String temporary();

    @Message("Postroom tries again by itself. What is here can be read.")
    String triesAgain();

    @Message("The mail server has a problem with this mailbox.")
    String permanent();

    @Message("Somebody has to mend it there: ask your provider. What is here can be read.")
    String permanentText();

    @Message("The mail server no longer accepts the password.")
    String refused();

    @Message("Sign out, and sign in again with the new one. What is here stays here.")
    String refusedText();

    @Message("The mail server {host} cannot be reached.")
    String unreachable(String host);

    @Message("The mail server {host} cannot be used safely.")
    String notUsable(String host);

    @Message(
            "Its certificate or its encryption is not right, so nothing was sent. Its operator has to mend this.")
    String notUsableText();

    @Message("The mail server {host} answers in a way that Postroom cannot use.")
    String badAnswers(String host);

    @Message("Nothing was deleted there. Postroom tries again by itself.")
    String badAnswersText();

    @Message("Postroom cannot store mail at the moment.")
    String storage();

    @Message(
            "Nothing is deleted on the mail server meanwhile. If it stays like this, tell the operator.")
    String storageText();

    @Message("Your room here is full.")
    String overQuota();

    @Message(
            "New messages are still listed, but their texts are not fetched. Delete messages and empty Trash to make room.")
    String overQuotaText();

    @Message("The mail server {host} cannot be used right now.")
    String silent(String host);

    @Message("Nothing is lost: your mail is there. Look again in a while.")
    String silentText();

    // What has been fetched

    @Message("Fetching your mail")
    String fetching();

    @Message("The mail server has no messages for you.")
    String nothingThere();

    @Message("{headers} of {known} messages are listed, {bodies} are fetched.")
    String fetchingHeaders(String headers, String known, String bodies);

    @Message("{bodies} of {known} messages are fetched.")
    String fetchingBodies(String bodies, String known);

    @Message(
            "Newest first. Search finds the texts that have been fetched. You can leave this page: it goes on while you are signed in.")
    String fetchingNote();

    @Message("Your mail is here")
    String fetched();

    @Message(
            "{#if count == 1}The only message of the mail server is here.{#else}All {text} messages of the mail server are here.{/if}")
    String fetchedText(long count, String text);

    // Where it is kept

    @Message("Copies only here")
    String onlyCopies();

    @Message(
            "{#if count == 1}1 message is no longer on the mail server. Postroom has the only copy.{#else}{text} messages are no longer on the mail server. Postroom has the only copy.{/if}")
    String onlyHere(long count, String text);

    @Message("None: what the mail server handed out, it still has.")
    String noOnlyCopies();

    @Message("Connection")
    String connection();

    @Message("Server")
    String server();

    @Message("{host}, port {port}")
    String hostAndPort(String host, int port);

    @Message("Kind")
    String kind();

    @Message(
            "{protocol}, {#switch security}{#case 'TLS'}encrypted (TLS){#case 'STARTTLS'}encrypted (STARTTLS){#else}not encrypted{/switch}")
    String protocolAndSecurity(String protocol, String security);

    @Message("Open at once")
    String connections();

    @Message("1. This kind of mailbox lets in one at a time.")
    String oneConnection();

    @Message("At most {count}.")
    String someConnections(int count);

    @Message("Mail there")
    String mailThere();

    @Message("Left on the server.")
    String modeKeep();

    @Message(
            "{#if days == 0}Deleted from the server with the next contact.{#else}{#if days == 1}Deleted from the server after 1 day.{#else}Deleted from the server after {days} days.{/if}{/if}")
    String modeDelete(int days);

    @Message(
            "{#if days == 0}This mail server deletes messages by itself as soon as they have been fetched, whatever is chosen here: Postroom then has the only copy.{#else}{#if days == 1}This mail server deletes messages by itself after 1 day, whatever is chosen here.{#else}This mail server deletes messages by itself after {days} days, whatever is chosen here.{/if}{/if}")
    String serverExpires(int days);

    @Message("Stays on the server: Postroom keeps no copy of it.")
    String modeImap();

    @Message("Change")
    String change();

    @Message("Room used")
    String room();

    @Message("{used} of {limit}")
    String roomOf(String used, String limit);

    // What the server can do

    @Message("What the server can do, and what Postroom adds")
    String abilities();

    @Message("Ability")
    String ability();

    @Message("In Postroom")
    String here();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();

    @Message("Folders")
    String folders();

    @Message("Kept here")
    String foldersHere();

    @Message("Read marks and stars")
    String flags();

    @Message("Kept here, the same on every device")
    String flagsHere();

    @Message("Search")
    String search();

    @Message("Searches the stored copies")
    String searchHere();

    @Message("Several devices at once")
    String devices();

    @Message("Takes turns for you")
    String devicesHere();

    @Message("Opening part of a message")
    String parts();

    @Message("From the stored copy")
    String partsHere();

    // What is kept

    @Message("What is kept")
    String kept();

    @Message("For {address}, {#if protocol == 'IMAP'}an{#else}a{/if} {protocol} mailbox")
    String keptFor(String address, String protocol);

    @Message("Mail on the server")
    String mailOnServer();

    @Message(
            "POP3 servers hand mail out; Postroom keeps a copy, so that you can read and sort it anywhere.")
    String mailOnServerText();

    @Message("Leave it on the server")
    String keep();

    @Message(
            "Other programs can still fetch it. What you delete here is deleted here only. Recommended.")
    String keepText();

    @Message("Delete it from the server after")
    String delete();

    @Message("days")
    String days();

    @Message("Days on the server")
    String daysLabel();

    @Message(
            "Counted from when Postroom has stored its own copy and checked it; that copy is then the only one. 0 means: with the next contact. What you delete here for good is deleted there too.")
    String deleteText();

    @Message("The server no longer has these messages.")
    String onlyCopiesText();

    @Message("They stay here until you delete them.")
    String onlyCopiesStay();

    @Message("Space used")
    String space();

    @Message("Your mail is kept on the mail server {host}, and nowhere else.")
    String keptThere(String host);

    @Message("Postroom shows it and changes it there. When you sign out, nothing of it stays here.")
    String keptThereText();

    @Message("Save changes")
    String save();

    @Message("Discard")
    String discard();

    @Message("This cannot be saved.")
    String badMode();

    @Message("Choose one of the two, with a number of days from 0 to {max}. Nothing was changed.")
    String badModeDetail(int max);
}
