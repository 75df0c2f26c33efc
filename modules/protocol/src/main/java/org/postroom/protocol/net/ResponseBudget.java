package org.postroom.protocol.net;

import java.time.Duration;
import org.postroom.protocol.net.LimitExceededException.Limit;

/**
 * What is left for the command that a connection is working on. Whoever sends commands calls {@link
 * #begin} before each; whoever forgets it goes on with the rest of the one before, so that
 * forgetting ends a connection, and never a limit.
 */
public final class ResponseBudget {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Timeouts timeouts;
    private volatile ResponseLimits limits;
    private volatile long end;
    private volatile boolean idle;
    private long octetsLeft;

    ResponseBudget(Timeouts timeouts) {
        this.timeouts = timeouts;
        this.limits = ResponseLimits.DEFAULT;
        begin(limits);
    }

    /**
     * Starts a command whose lines are limited as in {@link ResponseLimits#DEFAULT}.
     *
     * @param maxOctets of the whole answer
     * @param maxLiteral octets of each literal
     * @param deadline for the whole answer
     */
    public void begin(long maxOctets, long maxLiteral, Duration deadline) {
        begin(
                ResponseLimits.DEFAULT
                        .withOctets(maxOctets)
                        .withLiteral(maxLiteral)
                        .withDeadline(deadline));
    }

    /** Starts a command. */
    public void begin(ResponseLimits newLimits) {
        start(newLimits, false);
    }

    /**
     * Starts a wait in which the server may be silent (IDLE, RFC 2177).
     *
     * @param atMost when the connection is ended at the latest: more than the wait is meant to last
     */
    public void idle(Duration atMost) {
        start(ResponseLimits.DEFAULT.withDeadline(atMost), true);
    }

    /** Starts a command that the server may think about, in silence, until its deadline. */
    public void beginSlow(ResponseLimits newLimits) {
        start(newLimits, true);
    }

    private synchronized void start(ResponseLimits newLimits, boolean mayBeSilent) {
        limits = newLimits;
        octetsLeft = newLimits.octets();
        end = System.nanoTime() + newLimits.deadline().toNanos();
        idle = mayBeSilent;
    }

    ResponseLimits limits() {
        return limits;
    }

    /** Milliseconds until the deadline; 0 or less when it has passed. */
    long remainingMillis() {
        return (end - System.nanoTime()) / 1_000_000;
    }

    /** Milliseconds that one read may wait; 0 or less when there is no time left. */
    long readMillis() {
        long remaining = remainingMillis();
        return idle ? remaining : Math.min(remaining, timeouts.read().toMillis());
    }

    /** Milliseconds that one write may wait; 0 or less when there is no time left. */
    long writeMillis() {
        return Math.min(remainingMillis(), timeouts.write().toMillis());
    }

    synchronized void spend(long octets) throws LimitExceededException {
        octetsLeft -= octets;
        if (limits.pace() > 0) {
            end += octets * NANOS_PER_SECOND / limits.pace();
        }
        if (octetsLeft < 0) {
            throw new LimitExceededException(
                    Limit.RESPONSE, "The answer is longer than " + limits.octets() + " octets");
        }
    }
}
