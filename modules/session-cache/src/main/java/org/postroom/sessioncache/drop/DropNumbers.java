package org.postroom.sessioncache.drop;

import java.util.Map;

/**
 * What this replica does with maildrops; counts are since its start.
 *
 * @param accounts whose maildrop it visits
 * @param sessions that run
 * @param good contacts that ended well
 * @param failures contacts that did not
 * @param takeovers leases that were taken after their holder gave no sign of life
 * @param deletesRefusedThere messages that a server would not delete
 * @param deletesRefusedHere messages that were not proved to be the same here and there, so that
 *     they stay there
 */
public record DropNumbers(
        long accounts,
        long sessions,
        long good,
        Map<DropTrouble, Long> failures,
        long takeovers,
        long deletesRefusedThere,
        long deletesRefusedHere) {

    public DropNumbers {
        failures = Map.copyOf(failures);
    }

    /** How many contacts failed so. */
    public long failed(DropTrouble trouble) {
        return failures.getOrDefault(trouble, 0L);
    }
}
