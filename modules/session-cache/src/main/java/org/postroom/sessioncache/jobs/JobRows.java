package org.postroom.sessioncache.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroom.sessioncache.jobs.JobState.Status;
import org.postroom.sessioncache.jobs.RunningJob.Report;
import org.postroom.sessioncache.signin.SessionId;

/** The jobs in the database. Each method is a short transaction of its own. */
@ApplicationScoped
class JobRows {

    private static final int AT_ONCE = 2;

    // Until the end of the transaction; works behind a transaction pooler too.
    private static final String ONE_STARTS_AT_A_TIME =
            "SELECT cast(pg_advisory_xact_lock(:account) AS text)";

    private static final String REPORT =
            """
            UPDATE job SET done = :done, gone = :gone, undo = :undo, heartbeat_at = now()
            WHERE account = :account AND id = :id AND status = 'RUNNING'
            RETURNING stop_requested
            """;

    private final EntityManager database;

    JobRows(EntityManager database) {
        this.database = database;
    }

    /** Writes a new job down; false when too many of this account are running. */
    @Transactional
    boolean insert(JobRow.Key key, SessionId session, String kind, long total) {
        database.createNativeQuery(ONE_STARTS_AT_A_TIME, String.class)
                .setParameter("account", key.account().getMostSignificantBits())
                .getSingleResult();
        if (running(key.account()) >= AT_ONCE) {
            return false;
        }
        JobRow row = new JobRow();
        row.account = key.account();
        row.id = key.id();
        row.session = session.value();
        row.kind = kind;
        row.status = Status.RUNNING;
        row.total = total;
        row.persist();
        return true;
    }

    private static long running(UUID account) {
        return JobRow.count(
                "account = ?1 and status = ?2 and heartbeatAt > instant - 10 second",
                account,
                Status.RUNNING);
    }

    /** Writes down how far a job is; true when somebody asked it to stop. */
    @Transactional
    boolean report(JobRow.Key key, Report report) {
        List<Boolean> stop =
                database.createNativeQuery(REPORT, Boolean.class)
                        .setParameter("done", report.done())
                        .setParameter("gone", report.gone())
                        .setParameter("undo", report.undo())
                        .setParameter("account", key.account())
                        .setParameter("id", key.id())
                        .getResultList();
        return stop.isEmpty() || stop.getFirst();
    }

    @Transactional
    void finish(JobRow.Key key, Report report, Status status, @Nullable String failure) {
        report(key, report);
        JobRow.update(
                "status = ?1, failure = ?2 where account = ?3 and id = ?4",
                status,
                failure,
                key.account(),
                key.id());
    }

    @Transactional
    Optional<JobState> find(JobRow.Key key) {
        return JobRow.<JobRow>findByIdOptional(key).map(JobRow::state);
    }

    @Transactional
    void requestStop(JobRow.Key key) {
        JobRow.update(
                "stopRequested = true where account = ?1 and id = ?2", key.account(), key.id());
    }

    @Transactional
    void requestStop(UUID account, SessionId session) {
        JobRow.update(
                "stopRequested = true where account = ?1 and session = ?2",
                account,
                session.value());
    }

    @Transactional
    long expire() {
        return JobRow.delete("heartbeatAt < instant - 1 day");
    }
}
