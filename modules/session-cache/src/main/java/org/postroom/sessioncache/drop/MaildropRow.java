package org.postroom.sessioncache.drop;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** A maildrop in the database; times are those of the database's clock. */
@Entity
@Table(name = "maildrop")
class MaildropRow extends PanacheEntityBase {

    private static final long MILLIS = 1000;

    @Id UUID account;

    @Column(name = "delete_after")
    @Nullable Integer deleteAfter;

    @Column(name = "last_contact")
    @Nullable Instant lastContact;

    @Column(name = "next_contact")
    @Nullable Instant nextContact;

    @Enumerated(EnumType.STRING)
    @Nullable DropTrouble trouble;

    @Column(name = "trouble_since")
    @Nullable Instant troubleSince;

    @Column(name = "pause_seconds")
    @Nullable Double pauseSeconds;

    @Column(name = "expire_days")
    @Nullable Integer expireDays;

    int failures;

    @Formula("coalesce(held_until > now(), false)")
    boolean running;

    DropMode mode() {
        return deleteAfter == null ? new DropMode.Keep() : new DropMode.DeleteAfter(deleteAfter);
    }

    Optional<Duration> pause() {
        return Optional.ofNullable(pauseSeconds)
                .map(seconds -> Duration.ofMillis((long) (seconds * MILLIS)));
    }
}
