package org.postroom.sessioncache.drop;

import java.time.Duration;

/**
 * How maildrops are treated.
 *
 * @param poll how long after a session the next begins, while the person is active
 * @param slowestPoll the same while the person is signed in and does nothing for long
 * @param signInPatience how long a sign-in waits for a session of our own to end
 * @param firstPage how long a first sign-in waits for the newest headers
 * @param session how long one session fetches texts, before others get a turn
 * @param longest how long one session may last at all
 * @param held how long after its last sign of life a session's lease ends
 * @param perReplica sessions at the same time, at least 1
 * @param perServer of these, with the same server, at least 1
 * @param maxMessages a drop with more is not touched
 */
public record DropRules(
        Duration poll,
        Duration slowestPoll,
        Duration signInPatience,
        Duration firstPage,
        Duration session,
        Duration longest,
        Duration held,
        int perReplica,
        int perServer,
        int maxMessages) {

    /** What holds where the operator says nothing. */
    public static final DropRules DEFAULT =
            new DropRules(
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(15),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(1500),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(30),
                    // Shorter than a sign-in waits: nobody finds the door shut after a kill.
                    Duration.ofSeconds(8),
                    32,
                    8,
                    200_000);

    public DropRules {
        if (perReplica < 1 || perServer < 1) {
            throw new IllegalArgumentException("There is at least one session");
        }
    }

    /** The same with another pause between sessions. */
    public DropRules withPoll(Duration other) {
        return new DropRules(
                other,
                slowestPoll.compareTo(other) < 0 ? other : slowestPoll,
                signInPatience,
                firstPage,
                session,
                longest,
                held,
                perReplica,
                perServer,
                maxMessages);
    }
}
