package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postroom.protocol.MailStore.StopSign;
import org.postroom.protocol.MailboxEvent;
import org.postroom.protocol.MailboxEvent.Exists;
import org.postroom.protocol.MailboxEvent.Expunged;
import org.postroom.protocol.MailboxEvent.FlagsChanged;
import org.postroom.protocol.MailboxName;

/** Waits for changes by looking at the account's version now and then: any replica makes them. */
@ApplicationScoped
class LocalWaiting {

    private static final Duration POLL = Duration.ofSeconds(1);

    private static final String VERSION = "SELECT version FROM mail_account WHERE account = ?";

    private final LocalDatabase database;

    LocalWaiting(LocalDatabase database) {
        this.database = database;
    }

    /** A mailbox at one moment. */
    record Seen(MailboxName name, long messages, long uidNext, long changedAt, long vanishedAt) {
        static Seen of(MailboxRow row) {
            return new Seen(
                    row.mailboxName(), row.messages, row.uidNext, row.changedAt, row.vanishedAt);
        }
    }

    /**
     * Waits, and tells what has changed since a mailbox was seen.
     *
     * @return what was seen last
     */
    Seen await(
            UUID account,
            Seen since,
            Duration atMost,
            Consumer<MailboxEvent> events,
            StopSign stop) {
        CountDownLatch stopped = new CountDownLatch(1);
        stop.onStop(stopped::countDown);
        long end = System.nanoTime() + atMost.toNanos();
        long version = Long.MIN_VALUE;
        Seen seen = since;
        do {
            long now = version(account);
            if (now != version) {
                version = now;
                Seen before = seen;
                seen = look(account, before.name());
                tell(before, seen, events);
            }
        } while (!isStopped(stopped, end - System.nanoTime()) && end - System.nanoTime() > 0);
        return seen;
    }

    private static boolean isStopped(CountDownLatch stopped, long left) {
        try {
            return stopped.await(Math.min(left, POLL.toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private long version(UUID account) {
        Optional<Long> version =
                database.call(sql -> sql.first(row -> row.getLong(1), VERSION, account));
        return version.orElse(0L);
    }

    Seen look(UUID account, MailboxName mailbox) {
        return database.call(_ -> Seen.of(LocalMailboxes.find(account, mailbox)));
    }

    private static void tell(Seen before, Seen now, Consumer<MailboxEvent> events) {
        if (now.vanishedAt() != before.vanishedAt()) {
            events.accept(new Expunged());
        }
        if (now.uidNext() != before.uidNext()) {
            events.accept(new Exists(now.messages()));
        } else if (now.changedAt() != before.changedAt()) {
            events.accept(new FlagsChanged());
        }
    }
}
