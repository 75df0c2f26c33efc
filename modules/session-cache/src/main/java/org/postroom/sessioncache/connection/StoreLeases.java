package org.postroom.sessioncache.connection;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailStoreFactory;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.sessioncache.signin.SignedInSession;

/**
 * The open stores of this replica, each lent to one caller at a time, for one command or one ranged
 * read. A connection serves only sessions whose own credentials the server has accepted on it.
 */
@ApplicationScoped
public class StoreLeases {

    private final MailStoreFactory factory;
    private final LeaseRules rules;

    StoreLeases(MailStoreFactory factory, LeaseRules rules) {
        this.factory = factory;
        this.rules = rules;
    }

    /** As {@link #read(SignedInSession, MailboxName, Function)}, whatever mailbox is selected. */
    public <T extends @Nullable Object> T read(
            SignedInSession session, Function<MailStore, T> work) {
        throw new IllegalStateException();
    }

    /**
     * Lends a store for work that may be done twice: when the connection turns out to be lost, it
     * is reopened once.
     *
     * @param mailbox the one that the work will select: a connection that has it selected is
     *     preferred
     */
    public <T extends @Nullable Object> T read(
            SignedInSession session, MailboxName mailbox, Function<MailStore, T> work) {
        throw new IllegalStateException();
    }

    /** As {@link #write(SignedInSession, MailboxName, Function)}, whatever mailbox is selected. */
    public <T extends @Nullable Object> T write(
            SignedInSession session, Function<MailStore, T> work) {
        throw new IllegalStateException();
    }

    /** Lends a store for work that is never done twice. */
    public <T extends @Nullable Object> T write(
            SignedInSession session, MailboxName mailbox, Function<MailStore, T> work) {
        throw new IllegalStateException();
    }

    /** Opens a new connection for a sign-in; the caller owns it until {@link #adopt}. */
    public MailStore open(ServerEndpoint endpoint, Credentials credentials) {
        return factory.open(endpoint, credentials);
    }

    /** Takes a connection over that was just opened with this session's own credentials. */
    public void adopt(SignedInSession session, MailStore store) {}

    /** Ends what this session alone has open here; for signing out. */
    public void evictAll(SignedInSession session) {}

    /** What is going on, for metrics. */
    public LeaseNumbers numbers() {
        return new LeaseNumbers(0, 0, 0, 0, 0);
    }

    /** Logs out everywhere. */
    @PreDestroy
    public void shutdown() {}
}
