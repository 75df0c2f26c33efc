package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.postroom.protocol.MoveResult;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/** Moves and copies, within the caller's transaction: a copy shares the octets. */
@ApplicationScoped
class Transfers {

    private static final String THERE =
            """
            SELECT m.uid, m.seen, m.deleted, m.pending, m.size FROM message m
            WHERE m.account = ? AND m.mailbox = ? AND m.uid = ANY (?) ORDER BY m.uid
            """;

    private static final String MOVE =
            """
            UPDATE message m SET mailbox = ?, uid = pair.there
            FROM unnest(?, ?) AS pair (here, there)
            WHERE m.account = ? AND m.mailbox = ? AND m.uid = pair.here
            """;

    private static final String KEPT =
            "content, internal_date, size, seen, answered, flagged, deleted, draft, keywords,"
                    + " pending, envelope, message_id, reference_ids, attachment, preview,"
                    + " subject_key, sender_key, from_words, to_words, cc_words, bcc_words,"
                    + " subject_words";

    private static final String COPY =
            """
            INSERT INTO message (account, mailbox, uid, %1$s)
            SELECT m.account, ?, pair.there, %1$s
            FROM unnest(?, ?) AS pair (here, there)
            JOIN message m ON m.account = ? AND m.mailbox = ? AND m.uid = pair.here
            """
                    .formatted(KEPT);

    /** How messages come to another mailbox. */
    @FunctionalInterface
    interface Way {
        MoveResult apply(
                Sql sql, AccountRow account, MailboxRow source, MailboxRow target, UidSet uids)
                throws SQLException;
    }

    private record Found(Uid uid, Tally tally) {}

    MoveResult move(Sql sql, AccountRow account, MailboxRow source, MailboxRow target, UidSet uids)
            throws SQLException {
        List<Found> found = found(sql, source, uids);
        MoveResult result = transfer(sql, MOVE, account, source, target, found, uids);
        if (!found.isEmpty()) {
            source.count(tally(found).negated());
            source.vanishedAt = account.version;
        }
        return result;
    }

    MoveResult copy(Sql sql, AccountRow account, MailboxRow source, MailboxRow target, UidSet uids)
            throws SQLException {
        List<Found> found = found(sql, source, uids);
        MailboxRow.requireFew(account.account, found.size());
        return transfer(sql, COPY, account, source, target, found, uids);
    }

    private static List<Found> found(Sql sql, MailboxRow mailbox, UidSet uids) throws SQLException {
        return sql.all(
                row -> new Found(new Uid(row.getLong("uid")), Tally.of(row)),
                THERE,
                mailbox.account,
                mailbox.id,
                Condition.numbers(uids));
    }

    private static MoveResult transfer(
            Sql sql,
            String statement,
            AccountRow account,
            MailboxRow source,
            MailboxRow target,
            List<Found> found,
            UidSet asked)
            throws SQLException {
        if (found.isEmpty()) {
            return new MoveResult(UidSet.EMPTY, asked, Optional.empty());
        }
        long first = target.takeUids(found.size());
        long[] here = found.stream().mapToLong(one -> one.uid().value()).toArray();
        long[] there = LongStream.range(first, first + here.length).toArray();
        sql.change(statement, target.id, here, there, source.account, source.id);
        target.count(tally(found));
        target.changedAt = account.version;
        UidSet done = UidSet.of(LongStream.of(here));
        return new MoveResult(
                done,
                asked.minus(done),
                Optional.of(
                        new MoveResult.Target(
                                target.mailboxName(), target.validity(), pairs(here, there))));
    }

    private static Tally tally(List<Found> found) {
        return found.stream().map(Found::tally).reduce(Tally.NOTHING, Tally::and);
    }

    private static Map<Uid, Uid> pairs(long[] here, long[] there) {
        Map<Uid, Uid> pairs = new HashMap<>();
        for (int i = 0; i < here.length; i++) {
            pairs.put(new Uid(here[i]), new Uid(there[i]));
        }
        return pairs;
    }
}
