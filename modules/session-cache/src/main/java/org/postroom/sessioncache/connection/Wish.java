package org.postroom.sessioncache.connection;

import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailboxName;
import org.postroom.sessioncache.signin.SignedInSession;

/**
 * What a caller wants: a connection of its session's own, and how sure it must be that it lives.
 *
 * @param mailbox the one that the work will select, where that is known
 */
record Wish(SignedInSession session, PoolKey key, @Nullable MailboxName mailbox, Trust trust) {

    /** Which open connections will do. */
    enum Trust {
        /** Any. */
        BLIND,
        /** One that was idle for long is asked first whether it lives. */
        WHEN_RECENT,
        /** Only a new one. */
        NONE
    }

    Wish(SignedInSession session, @Nullable MailboxName mailbox, Trust trust) {
        this(session, PoolKey.of(session), mailbox, trust);
    }
}
