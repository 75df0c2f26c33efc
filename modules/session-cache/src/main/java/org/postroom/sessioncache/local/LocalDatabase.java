package org.postroom.sessioncache.local;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.StorageFailed;

/** Short transactions, and the one place where a failure of the database becomes ours. */
@ApplicationScoped
public class LocalDatabase {

    private static final int MAX_CAUSES = 20;

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

    private <T extends @Nullable Object> T run(Work<T> work) {
        return database.unwrap(Session.class)
                .doReturningWork(connection -> work.run(new Sql(connection)));
    }

    private static RuntimeException translated(RuntimeException failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof SQLException sql) {
                return new StorageFailed(
                        "The database said no, SQLSTATE " + sql.getSQLState(), failure);
            }
            cause = cause.getCause();
        }
        return isOfTheDatabase(failure)
                ? new StorageFailed("A transaction did not come to its end", failure)
                : failure;
    }

    private static boolean isOfTheDatabase(RuntimeException failure) {
        return failure instanceof jakarta.persistence.PersistenceException
                || failure instanceof io.quarkus.narayana.jta.QuarkusTransactionException;
    }
}
