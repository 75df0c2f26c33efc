package org.postroom.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.postroom.soak.Ledger.Whereabouts;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.server.CountingProxy;
import org.postroom.testing.server.DovecotServer;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;
import org.postroom.testing.server.SharedServers;

/** One account in delete mode, its maildrop, the database its mail moves to, and all that came. */
final class MovingMail implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(2);

    private final DovecotServer server = SharedServers.dovecot();
    private final MailUser user = server.newUser();
    private final CountingProxy proxy = CountingProxy.beforePop3(server.pop3Port());
    private final RawImap other = server.connect(user);
    private final Ledger ledger = new Ledger();
    private final SoakDatabase database;
    private final Postbag postbag;
    private final Path log;

    /**
     * An account without mail.
     *
     * @param database closed by the caller
     */
    MovingMail(SoakDatabase database, long seed, Path log) {
        this.database = database;
        this.log = log;
        postbag = new Postbag(seed);
    }

    /** Starts the program; it does nothing yet. */
    DropProcess program() {
        return DropProcess.start(properties(), log);
    }

    /** The commands that programs have sent to the drop's server. */
    List<String> commands() {
        return proxy.commands();
    }

    void forgetCommands() {
        proxy.forgetCommands();
    }

    void deliver(int count) {
        List<CorpusMessage> messages = postbag.take(count);
        messages.forEach(message -> ledger.add(message.raw()));
        server.fill(user, "INBOX", messages.stream());
    }

    long inDrop() {
        return other.count("INBOX");
    }

    Whereabouts look() {
        return ledger.look(server, user, database);
    }

    void await(BooleanSupplier state) {
        long start = System.nanoTime();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("It does not come to that, see " + log);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(database.properties());
        properties.put("org.postroom.soak.port", Integer.toString(proxy.port()));
        properties.put("org.postroom.soak.login", user.login());
        properties.put("org.postroom.soak.password", user.password());
        return properties;
    }

    @Override
    public void close() {
        other.close();
        proxy.close();
    }
}
