package org.postroom.app.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * One private PostgreSQL for all {@code @QuarkusTest}s of a JVM; found through {@code
 * META-INF/services}, so no test has to name it.
 */
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {

    /** Each start of the application loads this class anew; the server stays, and so do these. */
    private static final String URL = "org.postroom.tests.db-url";

    private static final String PASSWORD = "org.postroom.tests.db-password";

    @Override
    public synchronized Map<String, String> start() {
        if (System.getProperty(URL) == null) {
            launch();
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                System.getProperty(URL),
                "quarkus.datasource.username",
                Cluster.NAME,
                "quarkus.datasource.password",
                System.getProperty(PASSWORD),
                "postroom.secret",
                "a secret for tests that is longer than 32 bytes");
    }

    /** The server ends with the JVM: the next test class needs it again. */
    @Override
    public void stop() {}

    private static void launch() {
        try {
            Path folder = TestFolder.create();
            PrivateDatabase database =
                    PrivateDatabase.start(folder, PrivatePostgres.Durability.NONE);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(database, folder)));
            System.setProperty(URL, database.server().access().url());
            System.setProperty(PASSWORD, database.server().access().password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(PrivateDatabase database, Path folder) {
        database.close();
        try {
            PostgresBinaries.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
