package org.postroom.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL cluster from Debian's package on a port of its own. */
final class Database implements AutoCloseable {

    static final String NAME = "postroom";
    static final String PASSWORD = "a word for tests";

    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "max_connections=120",
                    "hot_standby=on",
                    "min_wal_size=32MB",
                    "max_wal_size=64MB",
                    // Processes are killed here, never the machine.
                    "fsync=off",
                    "full_page_writes=off");

    private final Path data;
    private final Path log;
    private final int port = Ports.free();
    private Child server;

    private Database(Path data) {
        this.data = data;
        log = data.resolveSibling(data.getFileName() + ".log");
        server = launch();
    }

    /** A new cluster with a database for Postroom. */
    static Database start(Path data) {
        create(data);
        Database database = new Database(data);
        database.awaitReady();
        database.execute("CREATE DATABASE " + NAME, "postgres");
        return database;
    }

    private static void create(Path data) {
        Path password = data.resolveSibling("password");
        try {
            Files.writeString(password, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(
                data.resolveSibling("initdb.log"),
                "initdb",
                "--no-sync",
                "--pgdata=" + data,
                "--username=" + NAME,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--pwfile=" + password);
    }

    /** A standby of this cluster, which every commit here waits for. */
    Database standby(Path copy) {
        execute("ALTER SYSTEM SET synchronous_standby_names = '*'", "postgres");
        run(
                log,
                "pg_basebackup",
                "-D",
                copy.toString(),
                "-R",
                "-c",
                "fast",
                "-X",
                "stream",
                "-d",
                "host=127.0.0.1 port=%d user=%s password='%s'".formatted(port, NAME, PASSWORD));
        Database standby = new Database(copy);
        standby.awaitReady();
        execute("SELECT pg_reload_conf()", "postgres");
        return standby;
    }

    /** Makes a primary of this standby. */
    void promote() {
        execute("ALTER SYSTEM SET synchronous_standby_names = ''", "postgres");
        execute("SELECT pg_reload_conf()", "postgres");
        run(log, "pg_ctl", "promote", "-w", "-D", data.toString());
    }

    int port() {
        return port;
    }

    /** Where it is. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, NAME);
    }

    /** Where another of its databases is. */
    String url(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    }

    /** A copy of Postroom's database as a file, while everything goes on. */
    void dump(Path file) {
        run(log, "pg_dump", "--format=custom", "--file=" + file, "--dbname=" + connection(NAME));
    }

    /** A new database with what is in the file. */
    void restore(Path file, String name) {
        execute("CREATE DATABASE " + name, "postgres");
        String database = "--dbname=" + connection(name);
        run(log, "pg_restore", "--exit-on-error", "--no-owner", database, file.toString());
    }

    private String connection(String name) {
        return "host=127.0.0.1 port=%d user=%s password='%s' dbname=%s"
                .formatted(port, NAME, PASSWORD, name);
    }

    /** Runs a statement in one of its databases. */
    void execute(String statement, String database) {
        String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
        try (Connection connection = DriverManager.getConnection(url, NAME, PASSWORD);
                Statement one = connection.createStatement()) {
            one.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops it as an operator would; clients are cut off. */
    void stop() {
        server.signalAlone("INT");
        server.await();
    }

    /** SIGKILL to all of it. */
    void kill() {
        server.kill();
    }

    /** Starts it again, and waits until it takes connections. */
    void startAgain() {
        server = launch();
        awaitReady();
    }

    /** Starts it again if it ended by itself, as whoever supervises it would. */
    void recover() {
        if (!server.isAlive()) {
            server = launch();
        }
        awaitReady();
    }

    private Child launch() {
        Stream<String> settings = SETTINGS.stream().flatMap(setting -> Stream.of("-c", setting));
        List<String> command =
                Stream.concat(
                                Stream.of(program("postgres"), "-D", data.toString()),
                                Stream.concat(Stream.of("-c", "port=" + port), settings))
                        .toList();
        return Child.start(log, Map.of(), Child.unprivileged(command));
    }

    private void awaitReady() {
        Ports.await("PostgreSQL, see " + log, this::takesConnections);
    }

    private boolean takesConnections() {
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
        try (Connection connection = DriverManager.getConnection(url, NAME, PASSWORD)) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    private static void run(Path log, String program, String... arguments) {
        Child.run(
                log,
                Child.unprivileged(
                        Stream.concat(Stream.of(program(program)), Stream.of(arguments)).toList()));
    }

    /** From the newest version that is installed. */
    private static String program(String name) {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL has no " + name))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Debian's PostgreSQL is missing", e);
        }
    }

    @Override
    public void close() {
        server.kill();
    }
}
