package org.postroom.sessioncache.local;

import java.time.Duration;

/**
 * What the operator decides about mail that is kept here.
 *
 * @param quota octets that one account may use, 0 for as many as it wants
 * @param searching how long one search may take
 */
public record LocalRules(long quota, Duration searching) {

    private static final Duration SEARCHING = Duration.ofSeconds(20);

    /** What holds where the operator says nothing. */
    public static final LocalRules UNLIMITED = new LocalRules(0);

    /** With the usual patience. */
    public LocalRules(long quota) {
        this(quota, SEARCHING);
    }

    public LocalRules {
        if (quota < 0) {
            throw new IllegalArgumentException("A quota is not negative");
        }
    }

    boolean isLimited() {
        return quota > 0;
    }
}
