package org.postroom.sessioncache.local;

/**
 * What the operator decides about mail that is kept here.
 *
 * @param quota octets that one account may use, 0 for as many as it wants
 */
public record LocalRules(long quota) {

    /** What holds where the operator says nothing. */
    public static final LocalRules UNLIMITED = new LocalRules(0);

    public LocalRules {
        if (quota < 0) {
            throw new IllegalArgumentException("A quota is not negative");
        }
    }

    boolean isLimited() {
        return quota > 0;
    }
}
