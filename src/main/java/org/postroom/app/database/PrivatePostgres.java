package org.postroom.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL server of our own in the data directory: a child of this process that listens on the
 * loopback interface only, on a port that is free.
 */
public final class PrivatePostgres implements AutoCloseable {

    /** Whether every commit reaches the disk; only tests may do without. */
    public enum Durability {
        FULL,
        NONE
    }

    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "max_connections=40",
                    "shared_buffers=64MB",
                    "max_wal_size=512MB",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    // Nobody copies from it while it runs.
                    "wal_level=minimal",
                    "max_wal_senders=0",
                    "max_logical_replication_workers=0",
                    // One small machine: compilation and helpers cost more than they give.
                    "jit=off",
                    "max_parallel_workers_per_gather=0",
                    // Statements carry what people search for.
                    "log_min_error_statement=panic");
    private static final int ATTEMPTS = 5;
    private static final int STOP_SECONDS = 5;

    private final RunningServer server;
    private final DatabaseAccess access;

    private PrivatePostgres(RunningServer server, DatabaseAccess access) {
        this.server = server;
        this.access = access;
    }

    /**
     * Unpacks and sets up what is absent, ends a server that an earlier process left behind, and
     * starts one; returns when it takes connections.
     *
     * @throws CannotStart when it does not start, with what it said
     */
    public static PrivatePostgres start(DataDirectory directory, Durability durability) {
        try {
            return start(directory.path(), durability);
        } catch (IOException | UncheckedIOException e) {
            throw new CannotStart(
                    "Postroom could not start its private PostgreSQL in %s: %s"
                            .formatted(directory.path(), e.getMessage()),
                    e);
        }
    }

    /** Whether it still runs. */
    public boolean runs() {
        return server.isAlive();
    }

    /** How the application signs in to it. */
    public DatabaseAccess access() {
        return access;
    }

    /** Ends the server; open transactions are rolled back. */
    @Override
    public void close() {
        server.stop(STOP_SECONDS);
    }

    private static PrivatePostgres start(Path directory, Durability durability) throws IOException {
        ServerUser user = ServerUser.forThisProcess();
        Path folder = directory.resolve("postgres");
        prepare(directory, folder, user);
        PostgresBinaries binaries = PostgresBinaries.unpack(folder);
        Cluster cluster = Cluster.openOrCreate(folder, binaries, user);
        RunningServer.endLeftOver(cluster.data(), binaries, user);
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            List<String> command = command(binaries, cluster.data(), port, durability);
            RunningServer server = RunningServer.launch(command, cluster.data(), binaries, user);
            if (server.awaitReady()) {
                return new PrivatePostgres(server, access(port, cluster));
            }
            if (attempt == ATTEMPTS || !server.portWasTaken()) {
                throw server.failure();
            }
        }
    }

    private static void prepare(Path directory, Path folder, ServerUser user) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
        OwnerOnly.letOthersPass(folder, ServerUser.thisProcessIsRoot());
        user.mustEnter(directory);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static DatabaseAccess access(int port, Cluster cluster) {
        String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Cluster.NAME);
        return new DatabaseAccess(url, Cluster.NAME, cluster.password());
    }

    private static List<String> command(
            PostgresBinaries binaries, Path data, int port, Durability durability) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(binaries.program("postgres"), "-D", data.toString()));
        settings(port, durability).forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private static List<String> settings(int port, Durability durability) {
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.add("port=" + port);
        if (durability == Durability.NONE) {
            settings.addAll(List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off"));
        }
        return settings;
    }
}
