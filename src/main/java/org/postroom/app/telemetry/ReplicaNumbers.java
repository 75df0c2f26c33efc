package org.postroom.app.telemetry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.postroom.sessioncache.connection.StoreLeases;
import org.postroom.sessioncache.drop.DropBacklog;
import org.postroom.sessioncache.drop.DropTrouble;
import org.postroom.sessioncache.drop.Drops;
import org.postroom.sessioncache.jobs.JobState.Status;
import org.postroom.sessioncache.jobs.Jobs;

/** What this replica is doing: connections, maildrops, jobs. */
@Singleton
final class ReplicaNumbers implements MeterBinder {

    private static final String CONNECTIONS = "postroom.mail.connections";
    private static final String MAILDROP = "postroom.maildrop.";

    private final StoreLeases leases;
    private final Drops drops;
    private final Jobs jobs;
    private final Tally tally;
    private volatile DropBacklog backlog = DropBacklog.NONE;

    ReplicaNumbers(StoreLeases leases, Drops drops, Jobs jobs, Tally tally) {
        this.leases = leases;
        this.drops = drops;
        this.jobs = jobs;
        this.tally = tally;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        tally.begin();
        connections(registry);
        maildrops(registry);
        contacts(registry);
        safety(registry);
        jobs(registry);
    }

    /** It needs the database, which is not asked each time that somebody reads the numbers. */
    @Scheduled(every = "15s")
    @RunOnVirtualThread
    void look() {
        backlog = drops.backlog();
    }

    private void connections(MeterRegistry registry) {
        gauge(registry, CONNECTIONS, Tags.of("state", "idle"), () -> leases.numbers().idle());
        gauge(registry, CONNECTIONS, Tags.of("state", "lent"), () -> leases.numbers().inUse());
        gauge(registry, CONNECTIONS + ".waiting", Tags.empty(), () -> leases.numbers().waiting());
        counter(registry, CONNECTIONS + ".opened", Tags.empty(), () -> leases.numbers().opened());
        counter(registry, CONNECTIONS + ".failed", Tags.empty(), () -> leases.numbers().failed());
    }

    private void maildrops(MeterRegistry registry) {
        gauge(registry, MAILDROP + "accounts", Tags.empty(), () -> drops.numbers().accounts());
        gauge(registry, MAILDROP + "sessions", Tags.empty(), () -> drops.numbers().sessions());
        gauge(
                registry,
                MAILDROP + "last.contact.age.seconds",
                Tags.empty(),
                () -> backlog.oldestContact().toSeconds());
        gauge(registry, MAILDROP + "headers.missing", Tags.empty(), () -> backlog.headers());
        gauge(registry, MAILDROP + "texts.missing", Tags.empty(), () -> backlog.texts());
    }

    private void contacts(MeterRegistry registry) {
        String contacts = MAILDROP + "contacts";
        counter(registry, contacts, Tags.of("outcome", "good"), () -> drops.numbers().good());
        for (DropTrouble trouble : DropTrouble.values()) {
            Tags outcome = Tags.of("outcome", word(trouble));
            counter(registry, contacts, outcome, () -> drops.numbers().failed(trouble));
        }
    }

    private void safety(MeterRegistry registry) {
        String takeovers = MAILDROP + "lease.takeovers";
        counter(registry, takeovers, Tags.empty(), () -> drops.numbers().takeovers());
        String refused = MAILDROP + "deletes.refused";
        Tags there = Tags.of("by", "server");
        counter(registry, refused, there, () -> drops.numbers().deletesRefusedThere());
        Tags here = Tags.of("by", "postroom");
        counter(registry, refused, here, () -> drops.numbers().deletesRefusedHere());
    }

    private void jobs(MeterRegistry registry) {
        gauge(registry, "postroom.jobs.running", Tags.empty(), jobs::running);
        for (Status status : Status.values()) {
            if (status != Status.RUNNING) {
                counter(
                        registry,
                        "postroom.jobs",
                        Tags.of("outcome", word(status)),
                        () -> jobs.ended(status));
            }
        }
    }

    private interface Number {
        long get();
    }

    private static void gauge(MeterRegistry registry, String name, Tags tags, Number number) {
        Gauge.builder(name, number, Number::get)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    /** Such a counter lasts as long as the object that it is about: here, one that always does. */
    private void counter(MeterRegistry registry, String name, Tags tags, Number number) {
        FunctionCounter.builder(name, tally, _ -> number.get()).tags(tags).register(registry);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
