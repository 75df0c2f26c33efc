package org.postroom.app.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a search says: what it found, and what it did not understand. */
@MessageBundle("searches")
public interface SearchSentences {
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

    @Message("Nothing found so far")
    String nothingFoundSoFar();

    @Message(
            "Not all of your mail has been fetched from the mail server yet: texts that are not here were not searched.")
    String notAllFetched();

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

    @Message("Search results")
    String searchResults();
}
