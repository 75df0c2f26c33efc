package org.postroom.sessioncache.connection;

import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;

/**
 * An open store between two leases.
 *
 * @param mailbox the one it has probably selected, where that is known
 * @param idleSince nanoseconds, of the pool's clock
 */
record PooledStore(MailStore store, PoolKey key, @Nullable MailboxName mailbox, long idleSince) {

    boolean has(@Nullable MailboxName wanted) {
        return wanted != null && wanted.equals(mailbox);
    }

    /** The same after it was lent. */
    PooledStore usedFor(Wish wish, long nanoTime) {
        MailboxName selected = wish.mailbox() == null ? mailbox : wish.mailbox();
        return new PooledStore(store, key, selected, nanoTime);
    }

    void close() {
        store.close();
    }
}
