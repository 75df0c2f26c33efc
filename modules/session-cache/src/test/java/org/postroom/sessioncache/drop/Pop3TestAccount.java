package org.postroom.sessioncache.drop;

import io.quarkus.arc.Arc;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.sessioncache.local.LocalOtherClient;
import org.postroom.sessioncache.signin.AccountKey;
import org.postroom.testing.contract.OtherClient;
import org.postroom.testing.contract.TestAccount;
import org.postroom.testing.server.MailServer;
import org.postroom.testing.server.MailUser;

/** An account whose INBOX is a maildrop on a real server. */
final class Pop3TestAccount implements TestAccount {

    private final MailServer server;
    private final MailUser user;
    private final ServerEndpoint endpoint;
    private final Credentials credentials;
    private @Nullable MailStore store;
    private @Nullable OtherClient other;

    Pop3TestAccount(MailServer server) {
        this.server = server;
        user = server.newUser();
        endpoint = new ServerEndpoint(Protocol.POP3, "127.0.0.1", server.pop3Port(), Security.NONE);
        credentials = new Credentials.Password(user.login(), user.password());
    }

    AccountId id() {
        return AccountId.of(endpoint, credentials.loginName());
    }

    /** Signs in, and waits for the end of the session with the drop. */
    @Override
    public MailStore store() {
        if (store == null) {
            store = bean(Pop3Stores.class).open(endpoint, credentials);
            Visitors.await(() -> !bean(DropLeases.class).isHeld(AccountKey.of(id())));
        }
        return store;
    }

    @Override
    public MailStore openAnother() {
        store();
        return bean(Pop3Stores.class).resume(endpoint, credentials);
    }

    @Override
    public OtherClient other() {
        if (other == null) {
            store();
            other = new Pop3OtherClient(LocalOtherClient.of(openAnother(), id()), this);
        }
        return other;
    }

    MailServer server() {
        return server;
    }

    MailUser user() {
        return user;
    }

    /** One whole session with the drop. */
    void visit() {
        DropLease lease = DropLease.wish(AccountKey.of(id()));
        Visitors.await(() -> bean(DropLeases.class).take(lease));
        DropOutcome outcome =
                bean(DropContacts.class).meet(lease, endpoint, credentials, Duration.ZERO);
        if (outcome.trouble().isPresent()) {
            throw new IllegalStateException("The drop says " + outcome);
        }
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }
}
