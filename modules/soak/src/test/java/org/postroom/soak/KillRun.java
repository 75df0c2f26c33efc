package org.postroom.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.postroom.soak.Ledger.Whereabouts;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.server.CountingProxy;
import org.postroom.testing.server.DovecotServer;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;
import org.postroom.testing.server.SharedServers;

/**
 * One account in delete mode, whose program is killed again and again while it fetches and deletes;
 * what was killed is counted before the next one starts.
 */
final class KillRun implements AutoCloseable {

    private static final int MESSAGES = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(2);
    private static final Duration LONGEST_STEP = Duration.ofMillis(15);

    private final DovecotServer server = SharedServers.dovecot();
    private final MailUser user = server.newUser();
    private final CountingProxy proxy = CountingProxy.beforePop3(server.pop3Port());
    private final RawImap other = server.connect(user);
    private final SoakDatabase database = SoakDatabase.start();
    private final Ledger ledger = new Ledger();
    private final Path log;
    private final Postbag postbag;
    private final SplittableRandom random;

    KillRun(long seed, Path log) {
        this.log = log;
        postbag = new Postbag(seed);
        random = new SplittableRandom(seed);
    }

    /**
     * One kill and what was there afterwards.
     *
     * @param step the last command that the program had sent, {@code none} before the first
     */
    record Kill(String step, Whereabouts after) {}

    /** How many commands a run sends for each message when nobody disturbs it. */
    int undisturbed() {
        deliver();
        finish();
        return Math.ceilDiv(proxy.commands().size(), MESSAGES);
    }

    /**
     * More mail comes, and the program is killed after a random command of its run, at a random
     * moment before the next one or a few after it.
     *
     * @param commands how many there are for each message
     */
    Kill kill(int commands) {
        deliver();
        proxy.forgetCommands();
        long last = random.nextLong(commands * inDrop());
        try (DropProcess program = DropProcess.start(properties(), log)) {
            program.go();
            await(() -> proxy.commands().size() >= last || inDrop() == 0);
            pause(Duration.ofNanos(random.nextLong(LONGEST_STEP.toNanos())));
            program.kill();
        }
        List<String> sent = proxy.commands();
        return new Kill(sent.isEmpty() ? "none" : sent.getLast(), look());
    }

    /** The program runs until the drop is empty. */
    void finish() {
        try (DropProcess program = DropProcess.start(properties(), log)) {
            program.go();
            await(() -> inDrop() == 0);
        }
    }

    private long inDrop() {
        return other.count("INBOX");
    }

    private void await(BooleanSupplier state) {
        long start = System.nanoTime();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("It does not come to that, see " + log);
            }
            pause(LOOK);
        }
    }

    Whereabouts look() {
        return ledger.look(server, user, database);
    }

    private void deliver() {
        List<CorpusMessage> messages = postbag.take(MESSAGES);
        messages.forEach(message -> ledger.add(message.raw()));
        server.fill(user, "INBOX", messages.stream());
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(database.properties());
        properties.put("org.postroom.soak.port", Integer.toString(proxy.port()));
        properties.put("org.postroom.soak.login", user.login());
        properties.put("org.postroom.soak.password", user.password());
        return properties;
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    @Override
    public void close() {
        other.close();
        proxy.close();
        database.close();
    }
}
