package org.postroom.protocol.imap;

import java.util.List;
import java.util.function.Predicate;
import org.eclipse.angus.mail.iap.Argument;
import org.postroom.protocol.Listing;
import org.postroom.protocol.SortOrder;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/**
 * Puts the messages of the selected mailbox in order: with SORT (RFC 5256), a page of it only where
 * the server can, and here where it cannot sort.
 */
final class ImapOrder {

    /** A page of identifiers, and how many there are on all pages. */
    record Stretch(long total, List<Uid> uids) {}

    private static final Predicate<ImapLine> LEAVE = _ -> false;
    private static final long LONG_LINE = 16L << 20;

    private final ImapConnection connection;
    private final ImapSearch search;
    private final LocalOrder localOrder;
    private final PartialSort partialSort;

    ImapOrder(ImapConnection connection, ImapSearch search) {
        this.connection = connection;
        this.search = search;
        this.localOrder = new LocalOrder(connection);
        this.partialSort = new PartialSort(connection);
    }

    /** The page of the selected mailbox. */
    Stretch page(Selected selected, Listing listing) {
        Query query = search.exact(listing.criteria());
        if (!connection.has("SORT")) {
            connection.catchUp();
            return page(localOrder.sorted(search.find(query), listing.order().key()), listing);
        }
        if (partialSort.isOffered() && ImapSearch.fits(query)) {
            return partialSort
                    .page(selected, listing, query)
                    .orElseGet(() -> page(complete(selected, listing, query), listing));
        }
        return page(complete(selected, listing, query), listing);
    }

    private static Stretch page(List<Uid> ascending, Listing listing) {
        List<Uid> ordered = listing.order().descending() ? ascending.reversed() : ascending;
        int from = Math.min(listing.offset(), ordered.size());
        int to = Math.min(from + listing.limit(), ordered.size());
        return new Stretch(ordered.size(), List.copyOf(ordered.subList(from, to)));
    }

    private List<Uid> complete(Selected selected, Listing listing, Query query) {
        boolean fits = ImapSearch.fits(query);
        Argument arguments = writeSort(new Argument(), listing, fits ? query : Query.ALL);
        List<Uid> sorted =
                settled(selected, arguments)
                        .lines("SORT")
                        .flatMap(line -> line.tokens().stream())
                        .map(Token::number)
                        .filter(number -> number > 0 && number <= Uid.MAX)
                        .map(Uid::new)
                        .toList();
        if (fits) {
            return sorted;
        }
        UidSet found = search.find(query);
        return sorted.stream().filter(found::contains).toList();
    }

    // A server tells of changes at the end of a command: what it sorted was the mailbox before.
    private Answer settled(Selected selected, Argument arguments) {
        selected.tookAnnouncement();
        Answer answer = sort(arguments);
        return changed(selected, answer) ? sort(arguments) : answer;
    }

    private Answer sort(Argument arguments) {
        return connection.run(
                "UID SORT", arguments, LEAVE, connection.limits().withLine(LONG_LINE));
    }

    /** Whether the server told of changes at the end of this answer. */
    static boolean changed(Selected selected, Answer answer) {
        return selected.tookAnnouncement() || answer.lines("FETCH").findAny().isPresent();
    }

    /** Adds keys, charset and query of an ascending sort. */
    static Argument writeSort(Argument arguments, Listing listing, Query query) {
        arguments.writeArgument(new Argument().writeAtom(key(listing.order().key())));
        arguments.writeAtom("UTF-8");
        ImapSearch.writeUndeleted(query, arguments);
        return arguments;
    }

    private static String key(SortOrder.Key key) {
        return switch (key) {
            case DATE -> "ARRIVAL";
            case FROM -> "FROM";
            case SUBJECT -> "SUBJECT";
            case SIZE -> "SIZE";
        };
    }
}
