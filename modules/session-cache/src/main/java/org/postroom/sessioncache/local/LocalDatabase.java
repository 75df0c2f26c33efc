package org.postroom.sessioncache.local;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.StorageFailed;

/** Short transactions, and the one place where a failure of the database becomes ours. */
@ApplicationScoped
public class LocalDatabase {

    private static final int MAX_CAUSES = 20;

    private static final String CANCELLED = "57014";

    // Ends with the transaction, so that it works behind a transaction pooler.
    private static final String LIMIT = "SELECT set_config('statement_timeout', ?, true)";

    /** Connection, resources, operator's intervention, system; a primary that is one no more. */
    private static final Pattern AWAY = Pattern.compile("null|08|53|57P|58|25006");

    private final EntityManager database;

    LocalDatabase(EntityManager database) {
        this.database = database;
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run(Sql sql) throws SQLException;
    }

    /**
     * Does all of this work, or none of it; as a part of the transaction that the caller has open,
     * if there is one.
     *
     * @throws StorageFailed when the database is away, full, or broken
     */
    public <T extends @Nullable Object> T call(Work<T> work) {
        try {
            return QuarkusTransaction.joiningExisting().call(() -> run(work));
        } catch (MailException e) {
            throw e;
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    /**
     * Does work that changes nothing, unless a statement of it takes too long.
     *
     * @return empty when one did
     */
    <T> Optional<T> within(Duration limit, Work<T> work) {
        try {
            return Optional.of(
                    call(
                            sql -> {
                                sql.first(_ -> true, LIMIT, limit.toMillis() + "ms");
                                return work.run(sql);
                            }));
        } catch (StorageFailed e) {
            if (state(e).filter(CANCELLED::equals).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Whether a failure means that the database cannot be used now, and no fault of ours: it is
     * away, starting, full, a standby, or has no connection free.
     */
    public static boolean isAway(Throwable failure) {
        return state(failure).filter(code -> AWAY.matcher(code).lookingAt()).isPresent();
    }

    private <T extends @Nullable Object> T run(Work<T> work) {
        return database.unwrap(Session.class)
                .doReturningWork(connection -> work.run(new Sql(connection)));
    }

    private static RuntimeException translated(RuntimeException failure) {
        Optional<String> state = state(failure);
        if (state.isPresent()) {
            return new StorageFailed("The database said no, SQLSTATE " + state.get(), failure);
        }
        return isOfTheDatabase(failure)
                ? new StorageFailed("A transaction did not come to its end", failure)
                : failure;
    }

    /** What the database said, {@code null} where it gave no code; empty without a database. */
    private static Optional<String> state(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .findFirst();
    }

    private static boolean isOfTheDatabase(RuntimeException failure) {
        return failure instanceof jakarta.persistence.PersistenceException
                || failure instanceof io.quarkus.narayana.jta.QuarkusTransactionException;
    }
}
