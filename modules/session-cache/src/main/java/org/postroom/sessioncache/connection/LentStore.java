package org.postroom.sessioncache.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.ExpungeResult;
import org.postroom.protocol.FlagResult;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.AuthenticationFailed;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.ContentGone;
import org.postroom.protocol.MailException.ContentPending;
import org.postroom.protocol.MailException.LoginDelayed;
import org.postroom.protocol.MailException.MailboxExists;
import org.postroom.protocol.MailException.NoSuchMailbox;
import org.postroom.protocol.MailException.NoSuchMessage;
import org.postroom.protocol.MailException.NotPermitted;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.StorageFailed;
import org.postroom.protocol.MailException.UidValidityChanged;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MoveResult;

/**
 * A store for the time of one lease. It sees whether the connection is still good afterwards,
 * whatever its borrower makes of failures, and is of no use to a borrower who keeps it.
 */
final class LentStore implements InvocationHandler {

    private final MailStore store;
    private volatile boolean usable = true;
    private volatile boolean over;

    LentStore(MailStore store) {
        this.store = store;
    }

    MailStore asStore() {
        return (MailStore)
                Proxy.newProxyInstance(
                        MailStore.class.getClassLoader(), new Class<?>[] {MailStore.class}, this);
    }

    /** Ends the lease; true when the connection may be lent again. */
    boolean end() {
        over = true;
        return usable;
    }

    @Override
    public @Nullable Object invoke(
            Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (over) {
            throw new IllegalStateException("The lease of this store is over");
        }
        try {
            Object result = method.invoke(store, arguments);
            usable &= !method.getName().equals("close") && isUsableAfter(result);
            return result;
        } catch (InvocationTargetException e) {
            usable &= e.getCause() instanceof MailException failure && isUsableAfter(failure);
            throw e.getCause();
        }
    }

    private static boolean isUsableAfter(@Nullable Object result) {
        return switch (result) {
            case FlagResult flags -> flags.stopped().map(LentStore::isUsableAfter).orElse(true);
            case ExpungeResult expunge ->
                    expunge.stopped().map(LentStore::isUsableAfter).orElse(true);
            case MoveResult move -> move.stopped().map(LentStore::isUsableAfter).orElse(true);
            case null, default -> true;
        };
    }

    /** After some failures nobody knows what the server is still about to answer. */
    private static boolean isUsableAfter(MailException failure) {
        return switch (failure) {
            case AuthenticationFailed _, ServerUnreachable _, LoginDelayed _ -> false;
            case ConnectionLost _, BadResponse _ -> false;
            case NoSuchMailbox _, MailboxExists _, NoSuchMessage _, UidValidityChanged _ -> true;
            case NotPermitted _, OverQuota _, ServerRefused _ -> true;
            case ContentPending _, ContentGone _, StorageFailed _ -> true;
        };
    }
}
