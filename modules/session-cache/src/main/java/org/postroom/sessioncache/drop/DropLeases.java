package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroom.sessioncache.local.LocalDatabase;
import org.postroom.sessioncache.local.Sql;

/**
 * One session with a maildrop at a time, over all replicas: rows with a deadline by the database's
 * clock, so that it works behind a transaction pooler, and a killed holder's lease ends by itself.
 */
@ApplicationScoped
class DropLeases {

    private static final String TAKE =
            """
            UPDATE maildrop
            SET holder = ?, held_until = now() + ? * interval '1 ms', wanted_until = NULL
            WHERE account = ? AND (held_until IS NULL OR held_until <= now())
            """;

    private static final String TAKE_WHEN_DUE =
            TAKE + " AND (next_contact IS NULL OR next_contact <= now())";

    // Whoever waits for a message does not make us press a server that has a problem.
    private static final String TAKE_NOW =
            TAKE
                    + """
                    AND (next_contact <= now() OR next_contact IS NULL
                         OR pause_seconds IS NULL
                            AND (trouble IS NULL OR trouble = 'OVER_QUOTA'))
                    """;

    // The row stays locked until the end of the transaction: nobody takes the lease within it.
    private static final String CHECK =
            """
            UPDATE maildrop SET held_until = now() + ? * interval '1 ms'
            WHERE account = ? AND holder = ? AND held_until > now()
            """;

    private static final String RELEASE =
            """
            UPDATE maildrop SET holder = NULL, held_until = NULL, wanted_until = NULL
            WHERE account = ? AND holder = ?
            """;

    private static final String ASK =
            """
            UPDATE maildrop SET wanted_until = now() + ? * interval '1 ms'
            WHERE account = ? AND held_until > now()
            """;

    private static final String WANTED =
            """
            SELECT 1 FROM maildrop WHERE account = ?
            AND (holder IS DISTINCT FROM ? OR held_until <= now() OR wanted_until > now())
            """;

    private static final String LEFT =
            "SELECT 1 FROM maildrop WHERE account = ? AND holder IS NOT NULL AND held_until <= now()";

    private static final String HELD =
            "SELECT 1 FROM maildrop WHERE account = ? AND held_until > now()";

    private static final String OURS =
            "SELECT 1 FROM maildrop WHERE account = ? AND holder = ? AND held_until > now()";

    private final LocalDatabase database;
    private final DropRules rules;
    private final DropTally tally;

    DropLeases(LocalDatabase database, DropRules rules, DropTally tally) {
        this.database = database;
        this.rules = rules;
        this.tally = tally;
    }

    /** Takes the lease if nobody has it; true when it is taken. */
    boolean take(DropLease lease) {
        return take(lease, TAKE);
    }

    /** Takes the lease if nobody has it, and if it is time for a session. */
    boolean takeWhenDue(DropLease lease) {
        return take(lease, TAKE_WHEN_DUE);
    }

    /** Takes the lease if nobody has it, and if nothing stands in the way of a session. */
    boolean takeNow(DropLease lease) {
        return take(lease, TAKE_NOW);
    }

    /**
     * Does all of this work in a transaction in which the lease is held, or none of it.
     *
     * @throws DropLease.Lost when somebody else may have the maildrop by now
     */
    <T extends @Nullable Object> T during(DropLease lease, LocalDatabase.Work<T> work) {
        return database.call(
                sql -> {
                    check(lease, sql);
                    return work.run(sql);
                });
    }

    /** Makes sure that the lease is held, and gives a sign of life. */
    void renew(DropLease lease) {
        during(lease, _ -> true);
    }

    /** Whether the holder should come to an end: somebody waits, or the lease is lost. */
    boolean isWanted(DropLease lease) {
        return database.call(
                sql -> sql.first(_ -> true, WANTED, lease.account(), lease.holder()).isPresent());
    }

    /** Asks who has the maildrop to come to an end. */
    void ask(UUID account, Duration whileWaiting) {
        database.call(sql -> sql.change(ASK, whileWaiting.toMillis(), account));
    }

    boolean isOurs(DropLease lease) {
        return database.call(
                sql -> sql.first(_ -> true, OURS, lease.account(), lease.holder()).isPresent());
    }

    boolean isHeld(UUID account) {
        return database.call(sql -> sql.first(_ -> true, HELD, account).isPresent());
    }

    /** Gives the lease back, if it is still held. */
    void release(DropLease lease) {
        database.call(sql -> sql.change(RELEASE, lease.account(), lease.holder()));
    }

    private boolean take(DropLease lease, String statement) {
        return database.call(
                sql -> {
                    boolean left = sql.first(_ -> true, LEFT, lease.account()).isPresent();
                    long held = rules.held().toMillis();
                    boolean taken =
                            sql.change(statement, lease.holder(), held, lease.account()) == 1;
                    if (left && taken) {
                        tally.takenOver();
                    }
                    return taken;
                });
    }

    private void check(DropLease lease, Sql sql) throws SQLException {
        if (sql.change(CHECK, rules.held().toMillis(), lease.account(), lease.holder()) != 1) {
            throw new DropLease.Lost();
        }
    }
}
