package org.postroom.sessioncache.drop;

import java.time.Duration;
import java.util.Optional;

/**
 * How a contact with a maildrop ended.
 *
 * @param trouble what stood in the way
 * @param listed whether the drop's contents were seen
 * @param unfinished whether there is more to fetch, and nothing but time stood in the way
 * @param certain whether the server said that the password is what it refuses
 * @param pause how long the server wants to be left alone
 */
record DropOutcome(
        Optional<DropTrouble> trouble,
        boolean listed,
        boolean unfinished,
        boolean certain,
        Optional<Duration> pause) {

    static DropOutcome failed(DropTrouble trouble) {
        return new DropOutcome(Optional.of(trouble), false, false, false, Optional.empty());
    }

    static DropOutcome unavailable(boolean permanent) {
        return failed(permanent ? DropTrouble.PERMANENT : DropTrouble.TEMPORARY);
    }

    static DropOutcome refused(boolean certain) {
        return new DropOutcome(
                Optional.of(DropTrouble.REFUSED), false, false, certain, Optional.empty());
    }

    static DropOutcome delayed(Optional<Duration> pause) {
        return new DropOutcome(Optional.of(DropTrouble.LOGIN_DELAY), false, false, false, pause);
    }
}
