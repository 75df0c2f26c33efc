package org.postroom.sessioncache.connection;

import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.AuthenticationFailed;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.MailboxExists;
import org.postroom.protocol.MailException.NoSuchMailbox;
import org.postroom.protocol.MailException.NoSuchMessage;
import org.postroom.protocol.MailException.NotPermitted;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.UidValidityChanged;
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

    /** After some failures nobody knows what the server is still about to answer. */
    static boolean isUsableAfter(MailException e) {
        return switch (e) {
            case AuthenticationFailed _, ServerUnreachable _, ConnectionLost _, BadResponse _ ->
                    false;
            case NoSuchMailbox _, MailboxExists _, NoSuchMessage _, UidValidityChanged _ -> true;
            case NotPermitted _, OverQuota _, ServerRefused _ -> true;
        };
    }

    void close() {
        store.close();
    }
}
