package org.postroom.sessioncache.jobs;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailException;
import org.postroom.sessioncache.jobs.JobState.Status;
import org.postroom.sessioncache.jobs.RunningJob.Report;
import org.postroom.sessioncache.local.LocalDatabase;
import org.postroom.sessioncache.signin.AccountKey;
import org.postroom.sessioncache.signin.RandomNames;
import org.postroom.sessioncache.signin.SignedInSession;

/**
 * Long work of this replica, with a state that every replica can read. At most two at once for one
 * account.
 */
@ApplicationScoped
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final Duration REPORT_EVERY = Duration.ofMillis(500);
    private static final Duration LAST_WORDS = Duration.ofSeconds(4);

    private static final LongAdder NEVER = new LongAdder();

    /** How a job ended is worth waiting for the database. */
    private static final RetryPolicy<Object> PERSISTENT =
            RetryPolicy.builder()
                    .handleIf(LocalDatabase::isAway)
                    .withDelay(Duration.ofSeconds(1))
                    .withMaxAttempts(-1)
                    .withMaxDuration(Duration.ofMinutes(2))
                    .build();

    private final JobRows rows;
    private final Map<RunningJob, Thread> running = new ConcurrentHashMap<>();
    private final Map<Status, LongAdder> ended = new ConcurrentHashMap<>();
    private volatile long lastWords;
    private final ScheduledExecutorService reporter =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("job-reports").factory());

    Jobs(JobRows rows) {
        this.rows = rows;
    }

    /**
     * Starts work on a virtual thread of this replica.
     *
     * @param kind a word for what is done, such as {@code move}
     * @param total how many there are to do
     * @return empty when two jobs of this account are running already
     */
    public Optional<JobId> start(SignedInSession session, String kind, long total, JobWork work) {
        JobId id = new JobId(RandomNames.next());
        JobRow.Key key = key(session, id);
        if (!rows.insert(key, session.id(), kind, total)) {
            return Optional.empty();
        }
        RunningJob job = new RunningJob(key, session.id(), total);
        // Within one step: the work may be done before this line is.
        running.computeIfAbsent(
                job, _ -> Thread.ofVirtual().name("job-" + kind).start(() -> run(job, work)));
        return Optional.of(id);
    }

    /** How far a job is; empty when it is unknown, another account's or over for a day. */
    public Optional<JobState> find(SignedInSession session, JobId id) {
        return rows.find(key(session, id));
    }

    /**
     * Asks a job to stop, wherever it runs; nothing happens when it is over or another account's.
     */
    public void requestStop(SignedInSession session, JobId id) {
        JobRow.Key key = key(session, id);
        rows.requestStop(key);
        stopHere(job -> job.key().equals(key));
    }

    /** Asks all jobs that this session started to stop; for signing out. */
    public void requestStopOfAll(SignedInSession session) {
        rows.requestStop(AccountKey.of(session.account()), session.id());
        stopHere(job -> job.isOf(session.id()));
    }

    /**
     * Deletes jobs that were over a day ago; for a scheduler.
     *
     * @return how many
     */
    public long expire() {
        return rows.expire();
    }

    /** How many jobs this replica is doing. */
    public long running() {
        return running.size();
    }

    /** How many jobs of this replica have ended so since its start. */
    public long ended(Status status) {
        return ended.getOrDefault(status, NEVER).sum();
    }

    @PostConstruct
    void startReporting() {
        reporter.scheduleWithFixedDelay(
                this::reportAll,
                REPORT_EVERY.toMillis(),
                REPORT_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Everything that runs is told of the end before anything is waited for. */
    void announceEnd(@Observes @Priority(1) ShutdownEvent event) {
        lastWords = System.nanoTime() + LAST_WORDS.toNanos();
        reporter.shutdownNow();
        running.keySet().forEach(RunningJob::interrupt);
    }

    /**
     * Gives the jobs of this replica some seconds to come to a good end: the piece that is being
     * done is finished and written down, and the state says that there is more to do.
     */
    void end(@Observes ShutdownEvent event) {
        for (Thread thread : running.values()) {
            join(thread, Duration.ofNanos(Math.max(1, lastWords - System.nanoTime())));
        }
    }

    /** Tells the database what is new, and the jobs who was asked to stop by another replica. */
    void reportAll() {
        running.keySet().forEach(this::report);
    }

    /** Waits for all jobs of this replica. */
    void awaitAll() {
        running.values().forEach(thread -> join(thread, Duration.ofMinutes(1)));
    }

    private void report(RunningJob job) {
        Report report = job.report();
        if (!job.isNews(report)) {
            return;
        }
        try {
            if (rows.report(job.key(), report)) {
                job.stop();
            }
            job.reported(report);
        } catch (RuntimeException e) {
            LOG.warn("The progress of a job could not be written down; it goes on", e);
        }
    }

    private void run(RunningJob job, JobWork work) {
        try {
            work.run(job);
            finish(job, job.statusAtTheEnd(), null);
        } catch (MailException e) {
            finish(job, Status.FAILED, e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.error("A job failed", e);
            finish(job, Status.FAILED, "Unexpected");
        } finally {
            running.remove(job);
        }
    }

    private void finish(RunningJob job, Status status, @Nullable String failure) {
        Failsafe.with(PERSISTENT).run(() -> rows.finish(job.key(), job.report(), status, failure));
        ended.computeIfAbsent(status, _ -> new LongAdder()).increment();
    }

    private void stopHere(Predicate<RunningJob> which) {
        running.keySet().stream().filter(which).forEach(RunningJob::stop);
    }

    private static JobRow.Key key(SignedInSession session, JobId id) {
        return new JobRow.Key(AccountKey.of(session.account()), id.value());
    }

    private static void join(Thread thread, Duration atMost) {
        try {
            thread.join(atMost);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
