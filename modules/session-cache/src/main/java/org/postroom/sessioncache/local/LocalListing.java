package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.Page;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SearchResult;
import org.postroom.protocol.SortOrder;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/** Pages and searches, within the caller's transaction. */
@ApplicationScoped
class LocalListing {

    private static final Condition NOT_DELETED = Condition.of("NOT m.deleted");

    private static final String COUNT = "SELECT count(*) FROM message m WHERE ";

    // First the identifiers, from the index alone; then the rows that are shown, and no others.
    private static final String PAGE =
            """
            SELECT %s FROM
              (SELECT m.uid FROM message m WHERE %s ORDER BY %s OFFSET ? LIMIT ?) page
              JOIN message m ON m.account = ? AND m.mailbox = ? AND m.uid = page.uid
              %s ORDER BY %s
            """;

    private static final String MISSING =
            """
            SELECT EXISTS (SELECT FROM content c
              JOIN message m ON m.account = c.account AND m.content = c.id
              WHERE c.account = ? AND NOT c.stored AND NOT c.forgotten AND %s)
            """;

    /** Where a page lies, counted from the nearer end. */
    private record Place(long offset, long count, boolean fromTheEnd) {
        static Place of(Listing listing, long total) {
            long offset = Math.min(listing.offset(), total);
            long count = Math.min(listing.limit(), total - offset);
            return offset <= total / 2
                    ? new Place(offset, count, false)
                    : new Place(total - offset - count, count, true);
        }
    }

    Page page(Sql sql, MailboxRow mailbox, Listing listing) throws SQLException {
        Condition where = where(mailbox, listing.criteria());
        long total = total(sql, mailbox, listing.criteria(), where);
        Place place = Place.of(listing, total);
        List<MessageSummary> messages =
                place.count() == 0
                        ? List.of()
                        : messages(sql, mailbox, where, listing.order(), place);
        return new Page(
                mailbox.validity(),
                total,
                place.fromTheEnd() ? messages.reversed() : messages,
                mailbox.filling());
    }

    /** What is listed of a mailbox. */
    static Condition where(MailboxRow mailbox, SearchCriteria criteria) {
        return Condition.all(List.of(Condition.in(mailbox), NOT_DELETED, SearchSql.of(criteria)));
    }

    private static long total(Sql sql, MailboxRow mailbox, SearchCriteria criteria, Condition where)
            throws SQLException {
        if (criteria.equals(SearchCriteria.ALL)) {
            return mailbox.messages - mailbox.deleted;
        }
        return sql.all(row -> row.getLong(1), COUNT + where.sql(), where.parameters()).getFirst();
    }

    private static List<MessageSummary> messages(
            Sql sql, MailboxRow mailbox, Condition where, SortOrder order, Place place)
            throws SQLException {
        return sql.all(
                row -> SummaryRow.read(row, mailbox),
                pageQuery(mailbox, where, order, place.fromTheEnd()),
                where.parametersAnd(place.offset(), place.count(), mailbox.account, mailbox.id));
    }

    /** What a page is asked with; its parameters follow those of the condition. */
    static String pageQuery(
            MailboxRow mailbox, Condition where, SortOrder order, boolean fromTheEnd) {
        String by = by(order, fromTheEnd, mailbox.pending > 0);
        return PAGE.formatted(SummaryRow.COLUMNS, where.sql(), by, SummaryRow.CONTENT, by);
    }

    private static String by(SortOrder order, boolean reversed, boolean somePending) {
        String direction = order.descending() == reversed ? " ASC" : " DESC";
        String opposite = order.descending() == reversed ? " DESC" : " ASC";
        String last = somePending ? "m.pending" + (reversed ? " DESC, " : " ASC, ") : "";
        String keys =
                switch (order.key()) {
                    // Headers come newest first: what has none yet is older than all that have.
                    case DATE -> "m.pending" + opposite + ", m.internal_date";
                    // Without a header there is nothing to be sorted by: it stands last always.
                    case FROM -> last + "m.sender_key";
                    case SUBJECT -> last + "m.subject_key";
                    case SIZE -> "m.size";
                };
        return keys + direction + ", m.uid" + direction;
    }

    List<MessageSummary> summaries(Sql sql, MailboxRow mailbox, UidSet uids) throws SQLException {
        Condition where = Condition.in(mailbox).and(Condition.among(uids));
        return sql.all(
                row -> SummaryRow.read(row, mailbox),
                "SELECT "
                        + SummaryRow.COLUMNS
                        + " FROM message m"
                        + SummaryRow.CONTENT
                        + "WHERE "
                        + where.sql()
                        + " ORDER BY m.uid",
                where.parameters());
    }

    SearchResult search(Sql sql, MailboxRow mailbox, SearchCriteria criteria) throws SQLException {
        Condition where = where(mailbox, criteria);
        UidSet found =
                UidSet.of(
                        sql
                                .all(
                                        row -> row.getLong(1),
                                        "SELECT m.uid FROM message m WHERE "
                                                + where.sql()
                                                + " ORDER BY m.uid",
                                        where.parameters())
                                .stream()
                                .mapToLong(Long::longValue));
        return new SearchResult(mailbox.validity(), found, isComplete(sql, mailbox, criteria));
    }

    private static boolean isComplete(Sql sql, MailboxRow mailbox, SearchCriteria criteria)
            throws SQLException {
        Unknown unknown = Unknown.of(criteria);
        Condition scope = Condition.in(mailbox).and(Unknown.scope(criteria));
        if (unknown.content() && isAnyMissing(sql, mailbox, scope)) {
            return false;
        }
        return !unknown.header() || mailbox.pending == 0 || !isAnyPending(sql, scope);
    }

    private static boolean isAnyPending(Sql sql, Condition scope) throws SQLException {
        return sql.all(
                        row -> row.getBoolean(1),
                        "SELECT EXISTS (SELECT FROM message m WHERE m.pending AND "
                                + scope.sql()
                                + ")",
                        scope.parameters())
                .getFirst();
    }

    private static boolean isAnyMissing(Sql sql, MailboxRow mailbox, Condition scope)
            throws SQLException {
        List<Object> parameters = new java.util.ArrayList<>();
        parameters.add(mailbox.account);
        parameters.addAll(scope.parameters());
        return sql.all(row -> row.getBoolean(1), MISSING.formatted(scope.sql()), parameters)
                .getFirst();
    }

    /** Those of these that are there, marked as deleted or not. */
    UidSet existing(Sql sql, MailboxRow mailbox, UidSet uids) throws SQLException {
        Condition where = Condition.in(mailbox).and(Condition.among(uids));
        return UidSet.of(
                sql.all(
                        row -> new Uid(row.getLong(1)),
                        "SELECT m.uid FROM message m WHERE " + where.sql(),
                        where.parameters()));
    }
}
