package org.postroom.protocol.imap;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailStore.StopSign;
import org.postroom.protocol.MailboxEvent;
import org.postroom.protocol.MailboxName;

/**
 * Waits for changes of one mailbox: with IDLE (RFC 2177), renewed in time, or by asking now and
 * then.
 */
final class ImapWaiting {

    // Servers end an IDLE of 30 minutes, and many a router forgets a silent connection sooner.
    private static final Duration RENEWAL = Duration.ofMinutes(9);
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("imap-idle-clock").factory());

    private final ImapConnection connection;
    private final Consumer<MailboxEvent> events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopping = lock.newCondition();
    private boolean stopped;
    private boolean idling;

    private ImapWaiting(ImapConnection connection, Consumer<MailboxEvent> events) {
        this.connection = connection;
        this.events = events;
    }

    static void await(
            ImapConnection connection,
            MailboxName mailbox,
            Duration atMost,
            Consumer<MailboxEvent> events,
            StopSign stop) {
        ImapWaiting waiting = new ImapWaiting(connection, events);
        connection.select(mailbox);
        stop.onStop(waiting::stop);
        waiting.until(System.nanoTime() + atMost.toNanos());
    }

    private void stop() {
        lock.lock();
        try {
            stopped = true;
            stopping.signalAll();
            endIdle();
        } finally {
            lock.unlock();
        }
    }

    private void until(long end) {
        while (!isStopped() && end - System.nanoTime() > 0) {
            Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            if (connection.has("IDLE")) {
                idle(left.compareTo(RENEWAL) < 0 ? left : RENEWAL);
            } else {
                poll(left.compareTo(POLL) < 0 ? left : POLL);
            }
        }
    }

    private boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    private void idle(Duration time) {
        connection.beginIdle(time);
        boolean ended = false;
        try {
            connection.wire().onLine(this::tell);
            start();
            var alarm = CLOCK.schedule(this::expire, time.toMillis(), TimeUnit.MILLISECONDS);
            drain();
            alarm.cancel(false);
            ended = true;
        } catch (ProtocolException e) {
            throw new ConnectionLost(false, "The connection ended while idle", e);
        } finally {
            connection.endIdle(ended);
        }
    }

    private void start() throws ProtocolException {
        connection.wire().idleStart();
        lock.lock();
        try {
            idling = true;
            if (stopped) {
                endIdle();
            }
        } finally {
            lock.unlock();
        }
    }

    private void expire() {
        lock.lock();
        try {
            endIdle();
        } finally {
            lock.unlock();
        }
    }

    // DONE once, and only while the server waits for it.
    private void endIdle() {
        if (idling) {
            idling = false;
            connection.wire().idleAbort();
        }
    }

    private void drain() throws ProtocolException {
        Response response = connection.wire().readIdleResponse();
        while (response != null && connection.wire().processIdleResponse(response)) {
            response = connection.wire().readIdleResponse();
        }
    }

    private boolean tell(ImapLine line) {
        connection.selected().ifPresent(selected -> selected.notice(line));
        event(line).ifPresent(events);
        return true;
    }

    private static Optional<MailboxEvent> event(ImapLine line) {
        if (line.is("EXISTS")) {
            return Optional.of(new MailboxEvent.Exists(line.getNumber()));
        }
        if (line.is("EXPUNGE") || line.is("VANISHED")) {
            return Optional.of(new MailboxEvent.Expunged());
        }
        return line.is("FETCH") ? Optional.of(new MailboxEvent.FlagsChanged()) : Optional.empty();
    }

    private void poll(Duration time) {
        connection.run("NOOP", null, this::tell, connection.limits());
        lock.lock();
        try {
            if (!stopped) {
                stopping.awaitNanos(time.toNanos());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopped = true;
        } finally {
            lock.unlock();
        }
    }
}
