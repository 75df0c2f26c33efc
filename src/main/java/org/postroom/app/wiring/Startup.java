package org.postroom.app.wiring;

import io.quarkus.runtime.Application;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postroom.app.database.CannotStart;
import org.postroom.app.database.DatabaseAccess;
import org.postroom.app.database.OperatorDatabase;
import org.postroom.app.database.PrivateDatabase;
import org.postroom.app.database.PrivatePostgres;

/** What happens before Quarkus: the configuration is checked, and a database is at hand. */
public final class Startup {

    private static final String DATABASE_READY = "org.postroom.database-ready";
    private static final AtomicReference<@Nullable PrivateDatabase> OWN = new AtomicReference<>();
    private static final AtomicBoolean ENDING = new AtomicBoolean();

    /** After the delay; with a delay of 5 seconds the end comes after 25 in any case. */
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(20);

    /** What a private server has at least for its own end. */
    private static final Duration DATABASE_END = Duration.ofSeconds(8);

    private Startup() {}

    /**
     * Checks the configuration, starts the private PostgreSQL where the operator gives no database,
     * and tells Quarkus where the database is.
     *
     * @throws CannotStart with a sentence for the operator
     */
    public static void prepare() {
        if (System.getProperty("quarkus.appcds.generate") != null) {
            return; // The build runs this program once only to see which classes it loads.
        }
        PostroomConfig config = CheckedConfig.read();
        Proxies.trust(config);
        Traces.prepare();
        Duration delay = config.shutdownDelayToTake();
        System.setProperty("postroom.shutdown-delay", delay.toString());
        HardEnd.after(delay.plus(LONGEST_SHUTDOWN));
        if (System.getProperty(DATABASE_READY) == null) {
            use(config.dbUrl().isPresent() ? operatorDatabase(config) : privateDatabase(config));
            System.setProperty(DATABASE_READY, "true");
        }
    }

    /** The database that Postroom has started for itself, if it has. */
    public static Optional<PrivateDatabase> privateDatabase() {
        return Optional.ofNullable(OWN.get());
    }

    private static DatabaseAccess operatorDatabase(PostroomConfig config) {
        return OperatorDatabase.check(
                new DatabaseAccess(
                        config.dbUrl().orElseThrow(),
                        config.dbUser().orElse(""),
                        config.dbPassword().orElse("")));
    }

    /** The hook comes first: who is ended while it starts leaves no server behind either. */
    private static DatabaseAccess privateDatabase(PostroomConfig config) {
        CompletableFuture<PrivateDatabase> starting = new CompletableFuture<>();
        Duration patience = config.shutdownDelayToTake().plus(LONGEST_SHUTDOWN).minus(DATABASE_END);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> endAfterApplication(starting, patience)));
        PrivateDatabase database = start(config, starting);
        while (ENDING.get()) {
            LockSupport.park(); // The hook ends the process; Quarkus must not start any more.
        }
        if (config.secret().isEmpty()) {
            System.setProperty("postroom.secret", database.secret());
        }
        return database.server().access();
    }

    private static PrivateDatabase start(
            PostroomConfig config, CompletableFuture<PrivateDatabase> starting) {
        try {
            PrivateDatabase database =
                    PrivateDatabase.start(
                            config.dataDir().orElseGet(PrivateDatabase::defaultFolder),
                            PrivatePostgres.Durability.FULL);
            starting.complete(database);
            OWN.set(database);
            return database;
        } finally {
            starting.cancel(false); // Nothing happens when it is complete.
        }
    }

    private static void use(DatabaseAccess access) {
        System.setProperty("quarkus.datasource.jdbc.url", access.url());
        System.setProperty("quarkus.datasource.username", access.user());
        System.setProperty("quarkus.datasource.password", access.password());
    }

    /** Quarkus' own hook runs at the same time; its requests need the database to the end. */
    private static void endAfterApplication(
            CompletableFuture<PrivateDatabase> starting, Duration patience) {
        ENDING.set(true);
        Application application = Application.currentApplication();
        if (application != null) {
            join(Thread.ofVirtual().start(application::awaitShutdown), patience);
        }
        starting.handle((database, _) -> Optional.ofNullable(database))
                .join()
                .ifPresent(PrivateDatabase::close);
    }

    private static void join(Thread waiting, Duration patience) {
        try {
            waiting.join(patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
