package org.postroom.sessioncache.drop;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailException.ContentPending;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MessageRef;
import org.postroom.sessioncache.local.LocalMailStore;

/**
 * The store of a POP3 account: what is kept here, complete, whatever the maildrop is doing. What
 * somebody opens before it has come is fetched next.
 */
final class Pop3MailStore implements InvocationHandler {

    private final LocalMailStore store;
    private final DropDemand demand;

    private Pop3MailStore(LocalMailStore store, DropDemand demand) {
        this.store = store;
        this.demand = demand;
    }

    static MailStore of(LocalMailStore store, DropDemand demand) {
        return (MailStore)
                Proxy.newProxyInstance(
                        MailStore.class.getClassLoader(),
                        new Class<?>[] {MailStore.class},
                        new Pop3MailStore(store, demand));
    }

    @Override
    public @Nullable Object invoke(
            Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ContentPending
                    && arguments != null
                    && arguments[0] instanceof MessageRef message) {
                throw demand.ask(store.account(), store.contentOf(message));
            }
            throw e.getCause();
        }
    }
}
