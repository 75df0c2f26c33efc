package org.postroom.protocol.net;

import java.net.SocketTimeoutException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection whose write does not come to an end: Java's sockets have no time limit for
 * writing.
 */
final class WriteWatch {

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final GuardedSocket socket;
    private volatile boolean ended;
    private ScheduledFuture<?> alarm;

    private WriteWatch(long millis, GuardedSocket socket) {
        this.socket = socket;
        this.alarm = CLOCK.schedule(this::end, millis, TimeUnit.MILLISECONDS);
    }

    static WriteWatch start(long millis, GuardedSocket socket) throws SocketTimeoutException {
        if (millis <= 0) {
            throw socket.failed(new SocketTimeoutException("The command took too long"));
        }
        return new WriteWatch(millis, socket);
    }

    void stop() {
        alarm.cancel(false);
    }

    boolean hasEnded() {
        return ended;
    }

    private void end() {
        ended = true;
        socket.failed(new SocketTimeoutException("The server takes nothing of what is sent"));
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("mail-write-watch").factory());
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
