package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/** Takes messages out of the database, within the caller's transaction. */
@ApplicationScoped
class MessageRemoval {

    private static final String DELETE =
            """
            DELETE FROM message m WHERE %s
            RETURNING m.uid, m.content, m.seen, m.deleted, m.pending, m.size
            """;

    // The chunks go later, in small pieces: see Contents.
    private static final String FORGET =
            """
            UPDATE content c SET forgotten = true, outline = NULL, words = NULL
            WHERE c.account = ? AND c.id = ANY (?) AND NOT c.forgotten
              AND NOT EXISTS (SELECT FROM message m
                              WHERE m.account = c.account AND m.content = c.id)
            RETURNING CASE WHEN c.stored THEN c.size ELSE 0 END
            """;

    private record Removed(Uid uid, long content, Tally tally) {
        static Removed read(ResultSet row) throws SQLException {
            return new Removed(new Uid(row.getLong("uid")), row.getLong("content"), Tally.of(row));
        }
    }

    /** Deletes these for good; those that were there. */
    UidSet remove(Sql sql, AccountRow account, MailboxRow mailbox, UidSet uids)
            throws SQLException {
        return remove(sql, account, mailbox, Condition.in(mailbox).and(Condition.among(uids)));
    }

    /** Deletes those with these contents whose header never came. */
    void removePending(Sql sql, AccountRow account, MailboxRow mailbox, long[] contents)
            throws SQLException {
        Condition which = Condition.of("(m.pending AND m.content = ANY (?))", (Object) contents);
        remove(sql, account, mailbox, Condition.in(mailbox).and(which));
    }

    /** Deletes all messages of a mailbox. */
    void removeAll(Sql sql, AccountRow account, MailboxRow mailbox) throws SQLException {
        remove(sql, account, mailbox, Condition.in(mailbox));
    }

    private static UidSet remove(Sql sql, AccountRow account, MailboxRow mailbox, Condition which)
            throws SQLException {
        List<Removed> removed =
                sql.all(Removed::read, DELETE.formatted(which.sql()), which.parameters());
        if (!removed.isEmpty()) {
            Tally tally = removed.stream().map(Removed::tally).reduce(Tally.NOTHING, Tally::and);
            mailbox.count(tally.negated());
            mailbox.vanishedAt = account.version;
            long[] contents = removed.stream().mapToLong(Removed::content).distinct().toArray();
            account.used -= forget(sql, account.account, contents);
        }
        return UidSet.of(removed.stream().map(Removed::uid).toList());
    }

    private static long forget(Sql sql, UUID account, long[] contents) throws SQLException {
        return sql.all(row -> row.getLong(1), FORGET, account, contents).stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
