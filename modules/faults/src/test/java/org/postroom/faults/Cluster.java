package org.postroom.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.testing.server.CountingProxy;
import org.postroom.testing.server.DovecotServer;

/**
 * Two Postrooms behind HAProxy, on one PostgreSQL behind PgBouncer, with a Dovecot behind a proxy
 * that can do it harm. The clock of the second Postroom is wrong.
 */
final class Cluster implements AutoCloseable {

    private static final String SECRET = "a secret that all the replicas here share";

    /** How long the mail server may be silent here; an operator's default is longer. */
    private static final String MAIL_TIMEOUT = "3s";

    /** Longer than a session without use lasts. */
    private static final Duration CLOCK_AHEAD = Duration.ofHours(1);

    /** Whether these are the long runs of {@code bin/faults}. */
    static final boolean FULL = Boolean.getBoolean("org.postroom.faults.full");

    private static @Nullable Cluster shared;

    private final Folder folder = Folder.create();
    private final SmallDisk disk = newDisk();
    private final Database database;
    private final Pooler pooler;
    private final DovecotServer mail = DovecotServer.start();
    private final CountingProxy imap = CountingProxy.before(mail.imapPort());
    private final CountingProxy pop3 = CountingProxy.beforePop3(mail.pop3Port());
    private final List<Replica> replicas;
    private final Front front;

    private Cluster() {
        database = Database.start(disk.path().resolve("postgres"));
        pooler = Pooler.before(database, folder);
        // Both at once: one migrates, the other waits for it.
        replicas =
                List.of(
                        replica("one", Map.of()).keep().start(),
                        replica("two", Clock.ahead(CLOCK_AHEAD)).keep().start());
        front = Front.before(replicas, folder);
        replicas.forEach(Replica::awaitReady);
        replicas.forEach(this::awaitServing);
    }

    /** The one that all tests of this JVM share; it ends with the JVM. */
    static synchronized Cluster shared() {
        Cluster known = shared;
        if (known != null) {
            return known;
        }
        Cluster started = new Cluster();
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        shared = started;
        return started;
    }

    private SmallDisk newDisk() {
        Path path = folder.path().resolve("disk");
        return FULL ? SmallDisk.mount(path) : SmallDisk.in(path);
    }

    /** A replica more, which somebody else starts and ends. */
    Replica replica(String name, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("POSTROOM_DB_URL", pooler.url());
        environment.put("POSTROOM_DB_USER", Database.NAME);
        environment.put("POSTROOM_DB_PASSWORD", Database.PASSWORD);
        environment.put("POSTROOM_SECRET", SECRET);
        environment.put("POSTROOM_SIGNIN_LIMIT_PER_NETWORK", "0");
        environment.put("POSTROOM_ALLOW_CLEARTEXT", "true");
        environment.put("POSTROOM_MAIL_TIMEOUT", MAIL_TIMEOUT);
        environment.put("POSTROOM_POP3_POLL", "5s");
        environment.put(
                "POSTROOM_IMAP_URL", "imap://127.0.0.1:%d?security=none".formatted(imap.port()));
        environment.put(
                "POSTROOM_POP3_URL", "pop3://127.0.0.1:%d?security=none".formatted(pop3.port()));
        environment.putAll(more);
        return new Replica(name, environment, folder.path().resolve(name + ".log"));
    }

    /** Until HAProxy sends somebody to each. */
    private void awaitServing(Replica replica) {
        Ports.await(
                replica.name() + " serves",
                () -> new Client(replica.address()).get("/login").isPage());
    }

    Replica one() {
        return replicas.getFirst();
    }

    Replica two() {
        return replicas.getLast();
    }

    List<Replica> replicas() {
        return replicas;
    }

    Front front() {
        return front;
    }

    Database database() {
        return database;
    }

    /** Where the database is. */
    SmallDisk disk() {
        return disk;
    }

    Pooler pooler() {
        return pooler;
    }

    DovecotServer mail() {
        return mail;
    }

    /** Between the replicas and IMAP. */
    CountingProxy imap() {
        return imap;
    }

    /** Between the replicas and POP3. */
    CountingProxy pop3() {
        return pop3;
    }

    @Override
    public void close() {
        front.close();
        replicas.forEach(Replica::close);
        imap.close();
        pop3.close();
        mail.close();
        pooler.close();
        database.close();
        disk.close();
        folder.close();
    }
}
