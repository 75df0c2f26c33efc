package org.postroom.soak;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The database that outlives the program. */
final class SoakDatabase implements AutoCloseable {

    private static final long LOOK_NANOS = 20_000_000;

    private final Optional<Path> folder;
    private EmbeddedPostgres server;

    private SoakDatabase(EmbeddedPostgres server, Optional<Path> folder) {
        this.server = server;
        this.folder = folder;
    }

    static SoakDatabase start() {
        return new SoakDatabase(
                started(EmbeddedPostgres.builder().setServerConfig("fsync", "off")),
                Optional.empty());
    }

    /** One whose files lie in this folder, and that may be stopped and started again. */
    static SoakDatabase in(Path folder) {
        return new SoakDatabase(started(builder(folder)), Optional.of(folder));
    }

    // The library hands options of initdb on under this name: with small pieces of the log, a small
    // disk fills with mail.
    private static EmbeddedPostgres.Builder builder(Path folder) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setLocaleConfig("wal-segsize", "1")
                .setServerConfig("min_wal_size", "2MB")
                .setServerConfig("max_wal_size", "8MB")
                .setServerConfig("fsync", "off");
    }

    private static EmbeddedPostgres started(EmbeddedPostgres.Builder builder) {
        try {
            return builder.start();
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

    /** The server's process; empty when there is none. */
    Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(pidFile());
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException _) {
            return Optional.empty(); // it goes with the server
        }
    }

    /** Ends it as a crash does (immediate shutdown): nothing is finished, nobody is told. */
    void stopAtOnce() {
        process().ifPresent(one -> Commands.run("kill", "-QUIT", Long.toString(one.pid())));
        while (Files.exists(pidFile())) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Starts it again with the same files at the same port, if it does not run. */
    void startAgain() {
        if (!Files.exists(pidFile())) {
            int port = server.getPort();
            close();
            server = started(builder(folder.orElseThrow()).setPort(port));
        }
    }

    private Path pidFile() {
        return folder.orElseThrow().resolve("postmaster.pid");
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
