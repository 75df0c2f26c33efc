package org.postroom.sessioncache.local;

import io.quarkus.arc.Arc;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.testing.contract.OtherClient;
import org.postroom.testing.contract.TestAccount;

/** An account of its own in the database. */
final class LocalTestAccount implements TestAccount {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final AccountId id =
            new AccountId(Protocol.POP3, "pop.postroom.example", 995, "u" + NEXT.incrementAndGet());
    private @Nullable MailStore store;
    private @Nullable OtherClient other;

    AccountId id() {
        return id;
    }

    @Override
    public MailStore store() {
        if (store == null) {
            store = openAnother();
        }
        return store;
    }

    @Override
    public LocalMailStore openAnother() {
        return bean(LocalMailStores.class).open(id);
    }

    @Override
    public OtherClient other() {
        if (other == null) {
            other = new LocalOtherClient(openAnother(), new Judge(id));
        }
        return other;
    }

    static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }
}
