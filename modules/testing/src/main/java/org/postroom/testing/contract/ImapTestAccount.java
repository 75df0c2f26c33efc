package org.postroom.testing.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailStore;
import org.postroom.testing.server.MailServer;
import org.postroom.testing.server.MailUser;

/** An account on a server that speaks IMAP, where another program can look too. */
public final class ImapTestAccount implements TestAccount {

    private final MailServer server;
    private final MailUser user;
    private final Supplier<MailStore> stores;
    private final List<AutoCloseable> open = new ArrayList<>();
    private @Nullable MailStore store;
    private @Nullable OtherClient other;

    /**
     * The account of a user.
     *
     * @param stores opens the stores under test
     */
    public ImapTestAccount(MailServer server, MailUser user, Supplier<MailStore> stores) {
        this.server = server;
        this.user = user;
        this.stores = stores;
    }

    @Override
    public MailStore store() {
        if (store == null) {
            store = openAnother();
        }
        return store;
    }

    @Override
    public MailStore openAnother() {
        MailStore another = stores.get();
        open.add(another);
        return another;
    }

    @Override
    public OtherClient other() {
        if (other == null) {
            other = new ImapOtherClient(server.connect(user));
        }
        return other;
    }

    @Override
    public void close() {
        open.forEach(ImapTestAccount::close);
        if (other != null) {
            other.close();
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
