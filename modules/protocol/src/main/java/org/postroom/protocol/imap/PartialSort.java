package org.postroom.protocol.imap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.postroom.protocol.Listing;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/**
 * Has the server sort, and tell one page only (RFC 5267).
 *
 * <p>REVERSE turns one key, but leaves equals ascending. So sorting is always ascending, and a
 * descending page is read from the end, whose position is guessed from what was counted last and
 * asked again when that was wrong.
 */
final class PartialSort {

    private static final int MAX_REMEMBERED = 16;
    private static final int MAX_TRIES = 3;

    private record Asked(String mailbox, SearchCriteria criteria) {}

    private record Counted(long total, long exists) {}

    private final ImapConnection connection;
    private final Map<Asked, Counted> counted = new LinkedHashMap<>();
    private boolean refused;

    PartialSort(ImapConnection connection) {
        this.connection = connection;
    }

    /** Whether the server says that it can, and has not refused it. */
    boolean isOffered() {
        return !refused && connection.has("ESORT") && connection.has("CONTEXT=*");
    }

    /** The page; empty where the server does not know the command after all. */
    Optional<ImapOrder.Stretch> page(Selected selected, Listing listing, Query query) {
        Asked asked = new Asked(selected.name().value(), listing.criteria());
        ImapOrder.Stretch stretch = new ImapOrder.Stretch(0, List.of());
        for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
            long guess = guess(selected, asked);
            long exists = selected.exists();
            selected.tookAnnouncement();
            Answer answer = connection.attempt("UID SORT", arguments(listing, query, guess));
            if (answer.end().isBAD()) {
                refused = true;
                return Optional.empty();
            }
            stretch = stretch(answer, listing, guess);
            remember(asked, new Counted(stretch.total(), exists));
            if (isRight(listing, stretch, guess) && !ImapOrder.changed(selected, answer)) {
                break;
            }
        }
        return Optional.of(stretch);
    }

    private static boolean isRight(Listing listing, ImapOrder.Stretch stretch, long guess) {
        return !listing.order().descending() || stretch.total() == guess;
    }

    private long guess(Selected selected, Asked asked) {
        Counted last = counted.get(asked);
        if (last == null) {
            return selected.exists();
        }
        boolean all = asked.criteria().equals(SearchCriteria.ALL);
        return all ? Math.max(0, selected.exists() - (last.exists() - last.total())) : last.total();
    }

    private void remember(Asked asked, Counted now) {
        counted.remove(asked);
        counted.put(asked, now);
        if (counted.size() > MAX_REMEMBERED) {
            counted.remove(counted.keySet().iterator().next());
        }
    }

    private static Argument arguments(Listing listing, Query query, long total) {
        Argument options = ImapFetch.atoms("COUNT", "PARTIAL", range(listing, total));
        Argument arguments = new Argument().writeAtom("RETURN").writeArgument(options);
        return ImapOrder.writeSort(arguments, listing, query);
    }

    // Positions in ascending order, from 1; past the end the first, to learn the count.
    private static String range(Listing listing, long total) {
        if (!listing.order().descending()) {
            return (listing.offset() + 1L) + ":" + ((long) listing.offset() + listing.limit());
        }
        long to = total - listing.offset();
        return to < 1 ? "1:1" : Math.max(1, to - listing.limit() + 1) + ":" + to;
    }

    private static ImapOrder.Stretch stretch(Answer answer, Listing listing, long guess) {
        if (!answer.isOk()) {
            throw ImapFailures.of(answer.end(), null);
        }
        List<Uid> uids = new ArrayList<>();
        long total = 0;
        for (ImapLine line : answer.lines("ESEARCH").toList()) {
            total = Math.max(total, ImapSearch.returned(line, "COUNT").number());
            uids.addAll(inOrder(ImapSearch.returned(line, "PARTIAL").at(1).latin1()));
        }
        if (!listing.order().descending()) {
            return new ImapOrder.Stretch(total, List.copyOf(uids));
        }
        return new ImapOrder.Stretch(
                total, guess <= listing.offset() ? List.of() : uids.reversed());
    }

    // Not a set: the order is what was asked for.
    private static List<Uid> inOrder(String text) {
        List<Uid> result = new ArrayList<>();
        for (String item : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            UidSet range = ImapSearch.set(item);
            boolean up =
                    item.startsWith(range.ranges().getFirst().first() + ":") || !item.contains(":");
            List<Uid> uids = range.stream().limit(Listing.MAX_LIMIT).toList();
            result.addAll(up ? uids : uids.reversed());
        }
        return result;
    }
}
