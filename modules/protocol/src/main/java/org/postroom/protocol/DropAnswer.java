package org.postroom.protocol;

import java.time.Duration;
import java.util.Optional;

/** What a maildrop's server says to somebody who wants a session. */
public sealed interface DropAnswer {

    /** Here it is. The caller closes it. */
    record Opened(Maildrop drop) implements DropAnswer {}

    /** The password is right; somebody has a session now ([IN-USE], RFC 2449 §8.1.2). */
    record InUse() implements DropAnswer {}

    /**
     * It is too early for the next session; nothing is said about the password ([LOGIN-DELAY], RFC
     * 2449 §8.1.1).
     *
     * @param pause how long to wait, where the server told it
     */
    record TooSoon(Optional<Duration> pause) implements DropAnswer {}

    /**
     * Something else than the password is wrong ([SYS/TEMP], [SYS/PERM]: RFC 3206).
     *
     * @param permanent whether somebody must mend it at the server first
     */
    record Unavailable(boolean permanent) implements DropAnswer {}

    /**
     * The server does not let this person in.
     *
     * @param certain whether it said that the credentials are the cause ([AUTH], RFC 3206), and not
     *     just no
     */
    record Refused(boolean certain) implements DropAnswer {}
}
