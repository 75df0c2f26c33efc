package org.postroom.protocol.imap;

import java.util.function.Function;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailStoreFactory;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.GuardedConnection;
import org.postroom.protocol.net.MailNetwork;

/** Opens {@link ImapMailStore}s. */
public final class ImapStores implements MailStoreFactory {

    private final MailNetwork network;
    private final Function<ServerEndpoint, AddressPolicy> policies;

    /**
     * Stores on this network.
     *
     * @param policies which addresses an endpoint may have: the operator's servers any, others
     *     public ones
     */
    public ImapStores(MailNetwork network, Function<ServerEndpoint, AddressPolicy> policies) {
        this.network = network;
        this.policies = policies;
    }

    @Override
    public MailStore open(ServerEndpoint endpoint, Credentials credentials) {
        GuardedConnection socket = network.prepare(endpoint, policies.apply(endpoint));
        ImapConnection connection = new ImapSignIn(endpoint, socket).open(credentials);
        return new ImapMailStore(AccountId.of(endpoint, credentials.loginName()), connection);
    }
}
