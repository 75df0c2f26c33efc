package org.postroom.sessioncache.connection;

import java.time.Duration;

/**
 * How many connections there may be, and how long they are kept.
 *
 * @param perAccount connections of one account on this replica, at least 1
 * @param perServer connections to one server that are being opened or in use at the same time, at
 *     least 1
 * @param patience how long a caller waits for a connection before it is told that the server is
 *     busy
 * @param idleAtMost how long an idle connection is kept
 * @param trustedIdle how long a connection may have been idle and is still used for a change
 *     without asking whether it lives
 */
public record LeaseRules(
        int perAccount,
        int perServer,
        Duration patience,
        Duration idleAtMost,
        Duration trustedIdle) {

    /** What holds where the operator says nothing. */
    public static final LeaseRules DEFAULT =
            new LeaseRules(
                    2, 64, Duration.ofSeconds(20), Duration.ofMinutes(4), Duration.ofSeconds(20));

    public LeaseRules {
        if (perAccount < 1 || perServer < 1) {
            throw new IllegalArgumentException("There is at least one connection");
        }
    }
}
