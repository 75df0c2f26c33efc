package org.postroom.sessioncache.connection;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;

/** So many places, and a fair queue before them. */
final class Turns {

    private final int places;
    private final Semaphore free;

    Turns(int places) {
        this.places = places;
        free = new Semaphore(places, true);
    }

    /** A place that is held until it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a place.
     *
     * @throws ServerUnreachable as busy, when there is none in time
     */
    Turn await(Deadline deadline) {
        boolean taken = false;
        try {
            taken = free.tryAcquire(deadline.left(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (!taken) {
            throw new ServerUnreachable(Reason.BUSY, "No connection became free in time", null);
        }
        return free::release;
    }

    int taken() {
        return places - free.availablePermits();
    }

    int waiting() {
        return free.getQueueLength();
    }
}
