package org.postroom.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.postroom.soak.Ledger.Whereabouts;

/**
 * One account in delete mode, whose program is killed again and again while it fetches and deletes;
 * what was killed is counted before the next one starts.
 */
final class KillRun implements AutoCloseable {

    private static final int MESSAGES = 24;
    private static final Duration LONGEST_STEP = Duration.ofMillis(15);

    private final SoakDatabase database = SoakDatabase.start();
    private final MovingMail mail;
    private final SplittableRandom random;

    KillRun(long seed, Path log) {
        mail = new MovingMail(database, seed, log);
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
        mail.deliver(MESSAGES);
        finish();
        return Math.ceilDiv(mail.commands().size(), MESSAGES);
    }

    /**
     * More mail comes, and the program is killed after a random command of its run, at a random
     * moment before the next one or a few after it.
     *
     * @param commands how many there are for each message
     */
    Kill kill(int commands) {
        mail.deliver(MESSAGES);
        mail.forgetCommands();
        long last = random.nextLong(commands * mail.inDrop());
        try (DropProcess program = mail.program()) {
            program.go();
            mail.await(() -> mail.commands().size() >= last || mail.inDrop() == 0);
            LockSupport.parkNanos(random.nextLong(LONGEST_STEP.toNanos()));
            program.kill();
        }
        List<String> sent = mail.commands();
        return new Kill(sent.isEmpty() ? "none" : sent.getLast(), look());
    }

    /** The program runs until the drop is empty. */
    void finish() {
        try (DropProcess program = mail.program()) {
            program.go();
            mail.await(() -> mail.inDrop() == 0);
        }
    }

    Whereabouts look() {
        return mail.look();
    }

    @Override
    public void close() {
        mail.close();
        database.close();
    }
}
