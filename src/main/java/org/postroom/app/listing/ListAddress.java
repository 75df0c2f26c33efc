package org.postroom.app.listing;

import java.util.Optional;
import org.postroom.app.layout.BadInput;
import org.postroom.app.layout.Href;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.Page;
import org.postroom.protocol.SortOrder;

/**
 * Which list a person looks at, as its address says it: a mailbox, filtered, sorted, at a page.
 *
 * @param mailbox its full name
 * @param page from 1
 */
public record ListAddress(String mailbox, SortOrder order, Filter filter, int page) {

    /** Rows on a page. */
    public static final int ROWS = 50;

    private static final int LAST_PAGE = 10_000_000;

    public ListAddress {
        if (mailbox.isEmpty()
                || mailbox.length() > MailboxName.MAX_LENGTH
                || mailbox.chars().anyMatch(Character::isISOControl)
                || page < 1
                || page > LAST_PAGE) {
            throw new BadInput(BadInput.Reason.ADDRESS);
        }
    }

    /** The first page of a mailbox, newest first. */
    public static ListAddress of(String mailbox) {
        return new ListAddress(mailbox, SortOrder.NEWEST_FIRST, Filter.ALL, 1);
    }

    /**
     * From the parts of an address, each of which may be absent.
     *
     * @throws BadInput when a part is none of the known words
     */
    public static ListAddress of(
            String mailbox,
            Optional<String> sort,
            Optional<String> reverse,
            Optional<String> filter,
            Optional<String> page) {
        return new ListAddress(
                mailbox,
                Sorting.of(sort.orElse("date"), reverse.filter("true"::equals).isPresent()),
                Filter.ofWord(filter.orElse("all")),
                Math.toIntExact(Numbers.parse(page.orElse("1"), LAST_PAGE)));
    }

    /** The page as it is on the server. */
    public Page read(MailStore store) {
        return read(store, offset(), ROWS);
    }

    /** A stretch of the list as it is on the server, wherever the pages begin. */
    public Page read(MailStore store, int offset, int rows) {
        Listing listing = new Listing(filter.criteria(), order, offset, rows);
        return store.list(MessageKey.name(store.namespace(), mailbox), listing);
    }

    /** How many messages stand before the page. */
    public int offset() {
        return (page - 1) * ROWS;
    }

    public boolean reversed() {
        return !order.equals(Sorting.first(order.key()));
    }

    public ListAddress atPage(int other) {
        return new ListAddress(mailbox, order, filter, other);
    }

    public ListAddress filtered(Filter other) {
        return new ListAddress(mailbox, order, other, 1);
    }

    /** Sorted by a key; by the same key once more: reversed. */
    public ListAddress sortedBy(SortOrder.Key key) {
        boolean again = key == order.key() && !reversed();
        SortOrder first = Sorting.first(key);
        SortOrder chosen = again ? new SortOrder(key, !first.descending()) : first;
        return new ListAddress(mailbox, chosen, filter, 1);
    }

    /** Where the list is. */
    public String href() {
        return shared(Href.to("/mailbox").with("name", mailbox)).toString();
    }

    /**
     * Where one of its messages is, shown beside the list; see {@link #href(String, long, long,
     * String)}.
     */
    public String href(MessageRef message, long position, long total) {
        return href(MessageKey.id(message), position, total, message.mailbox().value());
    }

    /**
     * Where a message is, shown beside this list.
     *
     * @param id {@code <uidvalidity>.<uid>}
     * @param position its place in the list from 1, or 0
     * @param total how many the list has, or 0
     * @param in full name of its own mailbox, which in a search may be another
     */
    public String href(String id, long position, long total, String in) {
        Href href = Href.to("/message").with("in", in).with("id", id).with("name", mailbox, in);
        return shared(href)
                .with("at", Long.toString(position), "0")
                .with("of", Long.toString(total), "0")
                .toString();
    }

    private Href shared(Href href) {
        return href.with("sort", Sorting.word(order.key()), "date")
                .with("reverse", Boolean.toString(reversed()), "false")
                .with("filter", filter.word(), "all")
                .with("page", Integer.toString(page), "1");
    }
}
