package org.postroom.app.panes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.ErrorNote;
import org.postroom.app.layout.Hidden;

/**
 * The list of messages, of a mailbox or of a search.
 *
 * @param heading "Inbox", "Search results"
 * @param paging which part of the list this page is
 * @param filtered whether a filter other than "all" holds
 * @param orders orders to choose from; keys date, from, subject, size
 * @param filters filters to choose from; keys all, unread, starred, attachments; empty in searches
 * @param groups the rows of this page
 * @param actions what can be done with ticked rows
 * @param form hidden fields of the actions: {@code in}, and what describes the whole list for
 *     {@code select=all} ({@code filter}, {@code q}, {@code scope}), and {@code back}
 * @param upkeep what can be done with the whole mailbox
 * @param search null outside of searches
 * @param filling how far the headers of a maildrop have come, null when all are here
 * @param error a banner over a list that is still shown, null if all is well
 * @param empty what to say when there are no rows, null if there are some
 * @param csrf the token of the forms
 */
public record ListPane(
        String heading,
        Paging paging,
        boolean filtered,
        List<Choice> orders,
        List<Choice> filters,
        List<MessageGroup> groups,
        Actions actions,
        List<Hidden> form,
        Upkeep upkeep,
        @Nullable SearchStatus search,
        @Nullable Filling filling,
        @Nullable ErrorNote error,
        @Nullable EmptyList empty,
        String csrf) {

    /**
     * Which part of the whole list a page shows, and where the parts beside it are.
     *
     * @param count messages in this list, all pages together
     * @param countText the same number for people
     * @param range "1–50 of 4,812"; empty when there is nothing
     * @param previousUrl null on the first page
     * @param nextUrl null on the last page
     */
    public record Paging(
            long count,
            String countText,
            String range,
            @Nullable String previousUrl,
            @Nullable String nextUrl) {}

    /**
     * How many headers of a mailbox are here, while others are still fetched.
     *
     * @param numbers "1,200 of 5,000"
     * @param what what these are
     * @param percent for the eye
     * @param url this list, as it will be
     */
    public record Filling(
            long done, long total, String numbers, String what, int percent, String url) {}

    /**
     * Actions on a mailbox as a whole; their forms post {@code name}, {@code back} and the token.
     *
     * @param name full name of the mailbox
     * @param readable whether "Mark all as read" is offered, posted to {@code /mailboxes/readings}
     * @param emptying "Empty Trash" or "Empty Junk", posted to {@code /mailboxes/emptyings}, which
     *     asks first; null elsewhere
     * @param back relative URL of this list
     */
    public record Upkeep(String name, boolean readable, @Nullable String emptying, String back) {}

    /** What the button of the orders says. */
    public String order() {
        return orders.stream().filter(Choice::current).map(Choice::label).findFirst().orElse("");
    }
}
