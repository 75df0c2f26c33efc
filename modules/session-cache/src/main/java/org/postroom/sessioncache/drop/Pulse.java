package org.postroom.sessioncache.drop;

import java.time.Duration;

/**
 * Makes sure, in the midst of a session's work and not too often, that it may go on: that its lease
 * is held, and that nobody waits for its end.
 */
final class Pulse {

    private static final Duration EVERY = Duration.ofMillis(300);

    private final DropLeases leases;
    private final DropLease lease;
    private final long renewEvery;
    private volatile boolean stopped;
    private long lastLook = System.nanoTime();
    private long lastRenewal = lastLook;

    Pulse(DropLeases leases, DropLease lease, DropRules rules) {
        this.leases = leases;
        this.lease = lease;
        renewEvery = rules.held().toNanos() / 4;
    }

    /** The session is to end now, in good order where that is possible. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The session with the maildrop is to end");
        }
    }

    /** Asks for the end, from whatever thread. */
    void stop() {
        stopped = true;
    }

    /**
     * Goes on, or does not.
     *
     * @throws Stopped when the session is to end
     * @throws DropLease.Lost when it must write nothing more
     */
    void beat() {
        if (stopped) {
            throw new Stopped();
        }
        long now = System.nanoTime();
        if (now - lastLook >= EVERY.toNanos()) {
            lastLook = now;
            look(now);
        }
    }

    private void look(long now) {
        if (now - lastRenewal >= renewEvery) {
            lastRenewal = now;
            leases.renew(lease);
        }
        if (leases.isWanted(lease)) {
            stopped = true;
            throw new Stopped();
        }
    }
}
