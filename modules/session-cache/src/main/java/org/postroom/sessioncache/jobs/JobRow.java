package org.postroom.sessioncache.jobs;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.postroom.sessioncache.jobs.JobState.Status;
import org.postroom.sessioncache.undo.UndoId;

/** A job in the database; times are those of the database's clock. */
@Entity
@Table(name = "job")
@IdClass(JobRow.Key.class)
class JobRow extends PanacheEntityBase {

    record Key(UUID account, String id) {}

    @Id UUID account;
    @Id String id;
    String session;
    String kind;

    @Enumerated(EnumType.STRING)
    Status status;

    long done;
    long gone;
    long total;

    @Column(name = "stop_requested")
    boolean stopRequested;

    @Nullable String undo;
    @Nullable String failure;

    @Column(name = "started_at", insertable = false, updatable = false)
    Instant startedAt;

    @Column(name = "heartbeat_at", insertable = false, updatable = false)
    Instant heartbeatAt;

    @Formula("heartbeat_at < now() - interval '10 seconds'")
    boolean silent;

    JobState state() {
        return new JobState(
                new JobId(id),
                kind,
                status == Status.RUNNING && silent ? Status.INTERRUPTED : status,
                done,
                gone,
                total,
                stopRequested,
                Optional.ofNullable(undo).map(UndoId::new),
                Optional.ofNullable(failure),
                startedAt);
    }
}
