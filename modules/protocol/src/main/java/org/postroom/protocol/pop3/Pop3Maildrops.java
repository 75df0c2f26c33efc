package org.postroom.protocol.pop3;

import java.util.function.Function;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.Credentials.BearerToken;
import org.postroom.protocol.Credentials.Password;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.Maildrops;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.MailNetwork;

/** Opens sessions with maildrops by POP3. Bearer tokens it does not know: nothing is connected. */
public final class Pop3Maildrops implements Maildrops {

    /** The largest message that is taken, in octets: what mail servers let in, with some room. */
    public static final long MAX_MESSAGE = 150L << 20;

    private final MailNetwork network;
    private final Function<ServerEndpoint, AddressPolicy> policies;
    private final long maxMessage;

    /**
     * Maildrops on this network.
     *
     * @param policies which addresses an endpoint may have: the operator's servers any, others
     *     public ones
     */
    public Pop3Maildrops(MailNetwork network, Function<ServerEndpoint, AddressPolicy> policies) {
        this(network, policies, MAX_MESSAGE);
    }

    /**
     * Maildrops on this network.
     *
     * @param maxMessage the largest message that is taken, in octets
     */
    public Pop3Maildrops(
            MailNetwork network,
            Function<ServerEndpoint, AddressPolicy> policies,
            long maxMessage) {
        this.network = network;
        this.policies = policies;
        this.maxMessage = maxMessage;
    }

    @Override
    public DropAnswer open(ServerEndpoint endpoint, Credentials credentials) {
        return switch (credentials) {
            case Password password -> open(endpoint, password);
            case BearerToken _ ->
                    throw new ServerUnreachable(
                            Reason.NOT_USABLE, "A maildrop is opened by a password only", null);
        };
    }

    private DropAnswer open(ServerEndpoint endpoint, Password password) {
        return new Pop3SignIn(
                        endpoint.security(),
                        network.prepare(endpoint, policies.apply(endpoint)),
                        maxMessage)
                .open(password);
    }
}
