package org.postroom.sessioncache.drop;

import java.time.Duration;

/**
 * What is still to be done for the accounts whose maildrops this replica visits.
 *
 * @param oldestContact how long ago the last good contact was, of the one that waits longest
 * @param headers messages whose header is not here
 * @param texts messages whose text is not here
 */
public record DropBacklog(Duration oldestContact, long headers, long texts) {

    /** Nothing. */
    public static final DropBacklog NONE = new DropBacklog(Duration.ZERO, 0, 0);
}
