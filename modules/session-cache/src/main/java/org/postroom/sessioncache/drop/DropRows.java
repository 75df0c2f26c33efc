package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.postroom.sessioncache.drop.DropMode.DeleteAfter;
import org.postroom.sessioncache.drop.DropMode.Keep;
import org.postroom.sessioncache.local.LocalDatabase;

/** The maildrops in the database. Each method is a short transaction of its own. */
@ApplicationScoped
class DropRows {

    private static final String INSERT =
            "INSERT INTO maildrop (account) VALUES (?) ON CONFLICT DO NOTHING";

    private static final String COUNTS =
            """
            SELECT count(*) FILTER (WHERE gone_at IS NULL),
                   count(*) FILTER (WHERE gone_at IS NULL AND (filled OR forgotten)),
                   count(*) FILTER (WHERE gone_at IS NULL AND (stored OR forgotten)),
                   count(*) FILTER (WHERE gone_at IS NOT NULL AND stored AND NOT forgotten)
            FROM drop_entry e JOIN content c ON c.account = e.account AND c.id = e.content
            WHERE e.account = ?
            """;

    private static final String CONTACTED =
            """
            UPDATE maildrop
            SET holder = NULL, held_until = NULL, wanted_until = NULL,
                last_contact = CASE WHEN ? THEN now() ELSE last_contact END,
                next_contact = now() + ? * interval '1 ms',
                trouble_since = CASE WHEN ?::text IS NULL THEN NULL
                                     WHEN trouble = ? THEN trouble_since
                                     ELSE now() END,
                failures = CASE WHEN ?::text IS NULL THEN 0 ELSE failures + 1 END,
                trouble = ?, pause_seconds = ?
            WHERE account = ? AND holder = ?
            """;

    // Locked: no session that deletes passes by.
    private static final String KEEPS =
            "SELECT 1 FROM maildrop WHERE account = ? AND delete_after IS NULL FOR UPDATE";

    private static final String STAYS =
            """
            UPDATE drop_entry e SET kept = true FROM content c
            WHERE e.account = ? AND c.account = e.account AND c.id = e.content AND c.forgotten
            """;

    private static final String SET_MODE =
            "UPDATE maildrop SET delete_after = ?::integer WHERE account = ?";

    private static final String EXPIRES =
            """
            UPDATE maildrop SET expire_days = ?::integer
            WHERE account = ? AND expire_days IS DISTINCT FROM ?::integer
            """;

    private static final String DUE =
            """
            UPDATE maildrop SET next_contact = now()
            WHERE account = ? AND pause_seconds IS NULL
              AND (trouble IS NULL OR trouble <> 'LOGIN_DELAY')
            """;

    private static final String UNTIL_NEXT =
            """
            SELECT greatest(0, extract(epoch FROM next_contact - now()) * 1000)::bigint
            FROM maildrop WHERE account = ? AND next_contact IS NOT NULL
            """;

    private static final String BACKLOG =
            """
            SELECT (SELECT coalesce(max(extract(epoch FROM now() - last_contact)), 0)::bigint
                    FROM maildrop WHERE account = ANY (?::uuid[])),
                   (SELECT coalesce(sum(pending), 0)::bigint
                    FROM mailbox WHERE account = ANY (?::uuid[])),
                   (SELECT count(*) FROM content
                    WHERE account = ANY (?::uuid[]) AND NOT stored AND NOT forgotten)
            """;

    private final LocalDatabase database;

    DropRows(LocalDatabase database) {
        this.database = database;
    }

    /** How many messages are known, and how much of them. */
    record Counts(long known, long headers, long bodies, long onlyCopies) {}

    /** Makes sure that the maildrop has a row. */
    void ensure(UUID account) {
        database.call(sql -> sql.change(INSERT, account));
    }

    Optional<MaildropRow> find(UUID account) {
        return database.call(_ -> MaildropRow.findByIdOptional(account));
    }

    /** What was deleted here while the server was to keep it stays there, whatever is said now. */
    void setMode(UUID account, DropMode mode) {
        Integer days =
                switch (mode) {
                    case Keep _ -> null;
                    case DeleteAfter after -> after.days();
                };
        database.call(
                sql -> {
                    boolean kept = sql.first(_ -> true, KEEPS, account).isPresent();
                    if (kept && days != null) {
                        sql.change(STAYS, account);
                    }
                    return sql.change(SET_MODE, days, account);
                });
    }

    /** Writes down how a contact ended, and gives the lease back, if it is still held. */
    void contacted(DropLease lease, DropOutcome outcome, Duration next) {
        String trouble = outcome.trouble().map(DropTrouble::name).orElse(null);
        database.call(
                sql ->
                        sql.change(
                                CONTACTED,
                                outcome.listed(),
                                next.toMillis(),
                                trouble,
                                trouble,
                                trouble,
                                trouble,
                                outcome.pause().map(Duration::toSeconds).orElse(null),
                                lease.account(),
                                lease.holder()));
    }

    /** After how many days the server deletes messages by itself. */
    void expires(UUID account, Optional<Integer> days) {
        database.call(sql -> sql.change(EXPIRES, days.orElse(null), account, days.orElse(null)));
    }

    /** It is time for a session; not where the server itself wants a pause. */
    void isDue(UUID account) {
        database.call(sql -> sql.change(DUE, account));
    }

    /** How long it is until the next session may begin; zero when it is time, or nothing known. */
    Duration untilNext(UUID account) {
        return database.call(sql -> sql.first(row -> row.getLong(1), UNTIL_NEXT, account))
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    /** What is still to be done for these accounts. */
    DropBacklog backlog(Collection<UUID> accounts) {
        String[] ids = accounts.stream().map(UUID::toString).toArray(String[]::new);
        return database.call(sql -> sql.first(DropRows::backlog, BACKLOG, ids, ids, ids))
                .orElse(DropBacklog.NONE);
    }

    private static DropBacklog backlog(ResultSet row) throws SQLException {
        return new DropBacklog(
                Duration.ofSeconds(Math.max(0, row.getLong(1))), row.getLong(2), row.getLong(3));
    }

    /** How often contacts have failed since the last good one. */
    int failures(UUID account) {
        return find(account).map(row -> row.failures).orElse(0);
    }

    /** What the person wants; keeping, where nothing was said. */
    DropMode mode(UUID account) {
        return find(account).map(MaildropRow::mode).orElseGet(Keep::new);
    }

    /** As it is now in the database, in the caller's transaction. */
    boolean deletes(UUID account) {
        return MaildropRow.count("account = ?1 and deleteAfter is not null", account) == 1;
    }

    Counts counts(UUID account) {
        return database.call(sql -> sql.first(DropRows::counts, COUNTS, account)).orElseThrow();
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }
}
