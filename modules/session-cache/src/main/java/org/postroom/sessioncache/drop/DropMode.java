package org.postroom.sessioncache.drop;

/** What becomes of messages in the maildrop once they are here. */
public sealed interface DropMode {

    /** They stay there; what is deleted here is deleted here only. */
    record Keep() implements DropMode {}

    /**
     * They are deleted there, some days after the copy here was proved, and when they are deleted
     * here for good.
     *
     * @param days 0 to {@link #MAX_DAYS}; 0 means with the next session
     */
    record DeleteAfter(int days) implements DropMode {

        /** Ten years. */
        public static final int MAX_DAYS = 3650;

        public DeleteAfter {
            if (days < 0 || days > MAX_DAYS) {
                throw new IllegalArgumentException("From 0 to " + MAX_DAYS + " days");
            }
        }
    }
}
