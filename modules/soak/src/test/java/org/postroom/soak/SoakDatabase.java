package org.postroom.soak;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The database that outlives the program. */
final class SoakDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;

    private SoakDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    static SoakDatabase start() {
        try {
            return new SoakDatabase(
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** What the program must know to find it. */
    Map<String, String> properties() {
        return Map.of(
                "quarkus.datasource.jdbc.url", server.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "none");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
