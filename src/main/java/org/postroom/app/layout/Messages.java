package org.postroom.app.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around and inside the list and the message. */
@MessageBundle
public interface Messages {
    @Message("Account")
    String account();

    @Message("All folders")
    String allFolders();

    @Message("Answered")
    String answered();

    @Message("Archive")
    String archive();

    @Message("Copy to")
    String cc();

    @Message("The only copy is here: the mail server no longer has this message.")
    String onlyCopy();

    @Message("Look again")
    String lookAgain();

    @Message("Choose a folder")
    String chooseFolder();

    @Message("Choose one from the list to read it here.")
    String chooseOne();

    @Message("Clear")
    String clear();

    @Message("Clear all")
    String clearAll();

    @Message("Close the folders")
    String closeFolders();

    @Message("Copy")
    String copy();

    @Message("Date")
    String date();

    @Message("Delete")
    String delete();

    @Message("Details")
    String details();

    @Message("Close this notice")
    String dismiss();

    @Message("Folders")
    String folders();

    @Message("Forwarded")
    String forwarded();

    @Message("Found in")
    String foundIn();

    @Message("From")
    String from();

    @Message("Has attachments")
    String hasAttachment();

    @Message("Junk")
    String junk();

    @Message("Manage")
    String manage();

    @Message("Manage folders")
    String manageFolders();

    @Message("Mark all as read")
    String markAllRead();

    @Message("Mark as read")
    String markRead();

    @Message("Mark as unread")
    String markUnread();

    @Message("{#if count == 1}1 message{#else}{text} messages{/if}")
    String messages(long count, String text);

    @Message("Messages in this list")
    String messagesInList();

    @Message("More")
    String more();

    @Message("Move")
    String move();

    @Message("Next message")
    String nextMessage();

    @Message("Next page")
    String nextPage();

    @Message("No message open")
    String noMessageOpen();

    @Message("Not junk")
    String notJunk();

    @Message("Pages")
    String pages();

    @Message("Pictures are held back, so the sender cannot see that you opened this.")
    String picturesHeld();

    @Message("Previous message")
    String previousMessage();

    @Message("Previous page")
    String previousPage();

    @Message("Print")
    String print();

    @Message("Read")
    String read();

    @Message("Reading pane")
    String readingPane();

    @Message("Search without {operator}{text}")
    String removeChip(String operator, String text);

    @Message("Answers go to")
    String replyTo();

    @Message("Search")
    String searchButton();

    @Message("Search in all mail")
    String searchEverywhere();

    @Message("Search in {folder}")
    String searchIn(String folder);

    @Message("Search mail")
    String searchLabel();

    @Message("Folders searched")
    String searchProgress();

    @Message("Where to search")
    String searchScope();

    @Message("Search tips")
    String searchTips();

    @Message("Select")
    String select();

    @Message("All {text}")
    String selectAll(long count, String text);

    @Message("selected")
    String selected();

    @Message("Show")
    String show();

    @Message("Folders")
    String showFolders();

    @Message("Show pictures")
    String showPictures();

    @Message("Sign out")
    String signOut();

    @Message("Skip to the mail")
    String skip();

    @Message("Sort by")
    String sortBy();

    @Message("Sorted by")
    String sortedBy();

    @Message("Star")
    String star();

    @Message("Folder")
    String targetFolder();

    @Message("This folder")
    String thisFolder();

    @Message("To")
    String to();

    @Message("Undo")
    String undo();

    @Message("unread")
    String unread();

    @Message("Remove star")
    String unstar();

    @Message("View source")
    String viewSource();

    @Message("The whole folder")
    String wholeFolder();

    @Message("What to do with the selected messages")
    String withSelected();
}
