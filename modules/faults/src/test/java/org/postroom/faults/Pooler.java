package org.postroom.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** PgBouncer in transaction mode before a database. */
final class Pooler implements AutoCloseable {

    private static final String CONFIGURATION =
            """
            [databases]
            postroom = host=127.0.0.1 port=%d dbname=postroom
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = %s
            pool_mode = transaction
            max_client_conn = 200
            default_pool_size = 20
            ignore_startup_parameters = extra_float_digits
            # Soon again after the database was away, and nobody waits long for it.
            server_login_retry = 1
            server_connect_timeout = 2
            query_wait_timeout = 5
            """;

    private final Folder folder;
    private final int port = Ports.free();
    private final Child process;

    private Pooler(Folder folder, int database) {
        this.folder = folder;
        Path configuration = configure(database);
        process =
                Child.start(
                        folder.path().resolve("pgbouncer.log"),
                        Map.of(),
                        Child.unprivileged(List.of("pgbouncer", configuration.toString())));
    }

    static Pooler before(Database database, Folder folder) {
        Pooler pooler = new Pooler(folder, database.port());
        Ports.await("PgBouncer in " + folder, () -> Ports.answers(pooler.port));
        return pooler;
    }

    /** Sends everybody to another database from now on. */
    void pointTo(Database database) {
        configure(database.port());
        process.signalAlone("HUP");
    }

    /**
     * Where it is; without prepared statements on the server, which this version cannot hand on.
     */
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postroom?prepareThreshold=0".formatted(port);
    }

    private Path configure(int database) {
        Path users =
                folder.write(
                        "pgbouncer.users",
                        "\"%s\" \"%s\"\n".formatted(Database.NAME, Database.PASSWORD));
        return folder.write("pgbouncer.ini", CONFIGURATION.formatted(database, port, users));
    }

    @Override
    public void close() {
        process.kill();
    }
}
