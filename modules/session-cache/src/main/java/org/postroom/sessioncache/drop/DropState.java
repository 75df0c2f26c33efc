package org.postroom.sessioncache.drop;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an account's maildrop, for its owner.
 *
 * @param lastContact when its contents were last seen
 * @param nextContact when it is asked next, while somebody is signed in
 * @param trouble why the last contact failed; empty when it did not
 * @param pause how long its server wants to be left alone between sessions, while that is the
 *     trouble
 * @param expireDays after how many days its server deletes messages by itself, whatever the mode
 *     is; 0 for as soon as they were fetched; empty where it says nothing of that
 * @param running whether a session with it goes on now, here or in another replica
 * @param known how many messages it had at the last contact
 * @param headers of these, how many have their header here
 * @param bodies of these, how many are here wholly
 * @param onlyCopies messages here that it has no longer
 * @param used octets of all messages kept here
 */
public record DropState(
        DropMode mode,
        Optional<Instant> lastContact,
        Optional<Instant> nextContact,
        Optional<DropTrouble> trouble,
        Optional<Instant> troubleSince,
        Optional<Duration> pause,
        Optional<Integer> expireDays,
        boolean running,
        long known,
        long headers,
        long bodies,
        long onlyCopies,
        long used) {}
