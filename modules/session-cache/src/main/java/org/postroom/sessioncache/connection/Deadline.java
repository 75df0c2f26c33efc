package org.postroom.sessioncache.connection;

import java.time.Duration;

/** Until when a caller is willing to wait. */
record Deadline(long nanoTime) {

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /** Nanoseconds that are left; not positive when it is over. */
    long left() {
        return nanoTime - System.nanoTime();
    }
}
