package org.postroom.app.listing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postroom.app.session.Mail;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SearchResult;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/**
 * One stretch of a search through one mailbox or many: mailbox by mailbox, in each the newest
 * first, until a page is full or the time is up. Where texts have to be read, a mailbox is searched
 * in windows of UIDs, so that a search never goes on for longer than a window after its reader has
 * left.
 */
final class SearchRun {

    private static final int WINDOW = 5_000;

    private final Mail mail;
    private final SearchQuery query;
    private final List<Mailbox> mailboxes;
    private final Clock clock;
    private final Instant end;
    private int room = ListAddress.ROWS;
    private boolean complete = true;
    private final List<MessageSummary> found = new ArrayList<>();

    SearchRun(Mail mail, SearchQuery query, List<Mailbox> mailboxes, Clock clock, Duration time) {
        this.mail = mail;
        this.query = query;
        this.mailboxes = mailboxes;
        this.clock = clock;
        this.end = clock.instant().plus(time);
    }

    /**
     * What was found.
     *
     * @param searched how many mailboxes have been searched whole, from the beginning
     * @param next where to go on; empty when all is searched
     * @param complete whether every message until here could be looked at
     * @param full whether it ended because a page is full, not because time was up
     */
    record Slice(
            List<MessageSummary> found,
            int searched,
            Optional<SearchAddress.Cursor> next,
            boolean complete,
            boolean full) {}

    /** Goes on from a cursor. */
    Slice from(SearchAddress.Cursor start) {
        long below = start.below();
        complete = start.complete();
        room = (int) Math.max(1, ListAddress.ROWS - (start.found() - start.before()));
        for (int i = start.mailbox(); i < mailboxes.size(); i++) {
            Optional<Long> rest = search(mailboxes.get(i).name(), below);
            if (rest.isPresent()) {
                return slice(start, i, rest.get());
            }
            below = Uid.MAX;
            if (isOver() && i + 1 < mailboxes.size()) {
                return slice(start, i + 1, below);
            }
        }
        return new Slice(found, mailboxes.size(), Optional.empty(), complete, isFull());
    }

    private Slice slice(SearchAddress.Cursor start, int mailbox, long below) {
        long total = start.found() + found.size();
        SearchAddress.Cursor next =
                new SearchAddress.Cursor(
                        mailbox, below, total, isFull() ? total : start.before(), complete);
        return new Slice(found, mailbox, Optional.of(next), complete, isFull());
    }

    /** Searches one mailbox; gives the UID below which it is still to be searched, or nothing. */
    private Optional<Long> search(MailboxName mailbox, long below) {
        if (below <= 1) {
            return Optional.empty();
        }
        UidSet candidates = UidSet.between(new Uid(1), new Uid(below - 1));
        if (!query.readsText()) {
            return collect(mailbox, candidates, 0);
        }
        UidSet all = mail.read(store -> store.search(mailbox, among(candidates))).uids();
        for (UidSet window : all.windows(WINDOW).reversed()) {
            Optional<Long> rest = collect(mailbox, window, lowest(window) - 1);
            if (rest.isPresent()) {
                return rest;
            }
        }
        return Optional.empty();
    }

    private Optional<Long> collect(MailboxName mailbox, UidSet window, long remaining) {
        Newest newest = mail.read(store -> newest(store, mailbox, window));
        found.addAll(newest.page());
        complete &= newest.complete();
        if (newest.more() || isFull()) {
            return Optional.of(lowest(newest.uids()));
        }
        return isOver() && remaining > 0 ? Optional.of(remaining + 1) : Optional.empty();
    }

    /**
     * The newest that match.
     *
     * @param page those of them that are still there, newest first
     * @param more whether older ones match too
     * @param complete whether every message could be looked at
     */
    private record Newest(UidSet uids, List<MessageSummary> page, boolean more, boolean complete) {}

    private Newest newest(MailStore store, MailboxName mailbox, UidSet window) {
        SearchCriteria criteria = among(window).and(query.criteria());
        SearchResult result = store.search(mailbox, criteria);
        UidSet uids = result.uids().highest(room - found.size());
        List<MessageSummary> page =
                uids.isEmpty()
                        ? List.of()
                        : store.summaries(new MessageRefs(mailbox, result.uidValidity(), uids));
        boolean more = uids.size() < result.uids().size();
        return new Newest(uids, page.reversed(), more, result.complete());
    }

    private static SearchCriteria among(UidSet uids) {
        return new SearchCriteria.Among(uids);
    }

    private static long lowest(UidSet uids) {
        return uids.ranges().getFirst().first();
    }

    private boolean isFull() {
        return found.size() >= room;
    }

    private boolean isOver() {
        return !clock.instant().isBefore(end);
    }
}
