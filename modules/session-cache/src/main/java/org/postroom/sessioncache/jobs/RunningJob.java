package org.postroom.sessioncache.jobs;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postroom.sessioncache.signin.SessionId;
import org.postroom.sessioncache.undo.UndoId;

/** A job that this replica is doing, and what its work has told until now. */
final class RunningJob implements JobProgress {

    /**
     * How often the database hears of a job that has nothing to tell, so that it does not count as
     * dead.
     */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

    /**
     * Soon after that others take the job for dead, and may do its work anew: it must not go on
     * then.
     */
    private static final Duration UNHEARD = Duration.ofSeconds(8);

    private static final Duration REST = Duration.ofMillis(100);

    private final JobRow.Key key;
    private final SessionId session;
    private final long total;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong gone = new AtomicLong();
    private final AtomicReference<@Nullable UndoId> undo = new AtomicReference<>();
    private volatile boolean stop;
    private volatile boolean interrupted;
    private volatile Report lastReport;

    RunningJob(JobRow.Key key, SessionId session, long total) {
        this.key = key;
        this.session = session;
        this.total = total;
        lastReport = report();
    }

    /** What the database is to know. */
    record Report(long done, long gone, @Nullable String undo, long nanoTime) {
        boolean saysTheSameAs(Report other) {
            return done == other.done && gone == other.gone && Objects.equals(undo, other.undo);
        }
    }

    JobRow.Key key() {
        return key;
    }

    UUID account() {
        return key.account();
    }

    boolean isOf(SessionId other) {
        return session.equals(other);
    }

    Report report() {
        UndoId id = undo.get();
        return new Report(
                done.get(), gone.get(), id == null ? null : id.value(), System.nanoTime());
    }

    boolean isNews(Report report) {
        return !report.saysTheSameAs(lastReport)
                || report.nanoTime() - lastReport.nanoTime() >= SIGN_OF_LIFE.toNanos();
    }

    void reported(Report report) {
        lastReport = report;
    }

    void stop() {
        stop = true;
    }

    /** This replica ends. */
    void interrupt() {
        interrupted = true;
    }

    JobState.Status statusAtTheEnd() {
        if (done.get() + gone.get() >= total) {
            return JobState.Status.DONE;
        }
        if (interrupted) {
            return JobState.Status.INTERRUPTED;
        }
        // Work that ends early by itself does so because the mail server failed.
        return stop ? JobState.Status.STOPPED : JobState.Status.FAILED;
    }

    @Override
    public void done(long more) {
        done.addAndGet(more);
    }

    @Override
    public void gone(long more) {
        gone.addAndGet(more);
    }

    @Override
    public void undoable(UndoId id) {
        undo.set(id);
    }

    /** Asked between the pieces of the work, which therefore rest while nobody hears of it. */
    @Override
    public boolean stopRequested() {
        while (!stop && !interrupted && countsAsDead()) {
            LockSupport.parkNanos(REST.toNanos());
        }
        return stop || interrupted;
    }

    private boolean countsAsDead() {
        return System.nanoTime() - lastReport.nanoTime() > UNHEARD.toNanos();
    }
}
