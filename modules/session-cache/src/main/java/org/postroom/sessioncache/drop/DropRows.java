package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.postroom.sessioncache.drop.DropMode.DeleteAfter;
import org.postroom.sessioncache.drop.DropMode.Keep;

/** The maildrops in the database. Each method is a short transaction of its own. */
@ApplicationScoped
class DropRows {

    private static final String INSERT =
            "INSERT INTO maildrop (account) VALUES (:account) ON CONFLICT DO NOTHING";

    private static final String COUNTS =
            """
            SELECT count(*) FILTER (WHERE gone_at IS NULL),
                   count(*) FILTER (WHERE gone_at IS NULL AND header_hash IS NOT NULL),
                   count(*) FILTER (WHERE gone_at IS NULL AND verified_at IS NOT NULL),
                   count(*) FILTER (WHERE gone_at IS NOT NULL AND verified_at IS NOT NULL)
            FROM drop_entry WHERE account = :account
            """;

    private final EntityManager database;

    DropRows(EntityManager database) {
        this.database = database;
    }

    /** How many messages are known, and how much of them. */
    record Counts(long known, long headers, long bodies, long onlyCopies) {}

    /** Makes sure that the maildrop has a row. */
    @Transactional
    void ensure(UUID account) {
        database.createNativeQuery(INSERT).setParameter("account", account).executeUpdate();
    }

    @Transactional
    Optional<MaildropRow> find(UUID account) {
        return MaildropRow.findByIdOptional(account);
    }

    @Transactional
    void setMode(UUID account, DropMode mode) {
        Integer days =
                switch (mode) {
                    case Keep _ -> null;
                    case DeleteAfter after -> after.days();
                };
        MaildropRow.update("deleteAfter = ?1 where account = ?2", days, account);
    }

    @Transactional
    Counts counts(UUID account) {
        Object[] row =
                (Object[])
                        database.createNativeQuery(COUNTS)
                                .setParameter("account", account)
                                .getSingleResult();
        return new Counts(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
