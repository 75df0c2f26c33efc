package org.postroom.sessioncache.drop;

import java.util.UUID;
import org.postroom.sessioncache.signin.RandomNames;

/**
 * The right to have a session with an account's maildrop; as long as the row says so, of which
 * every transaction of the session makes sure.
 *
 * @param holder a random name that nobody else has
 */
record DropLease(UUID account, String holder) {

    /** A lease that is not taken yet. */
    static DropLease wish(UUID account) {
        return new DropLease(account, RandomNames.next());
    }

    /** Somebody else has the maildrop now, because this holder gave no sign of life for long. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost() {
            super("The lease of the maildrop is over");
        }
    }
}
