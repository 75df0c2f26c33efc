package org.postroom.protocol.net;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailObserver;
import org.postroom.protocol.MailObserver.Observed;
import org.postroom.protocol.ServerEndpoint;

/** Where connections to mail servers come from, and with them their limits. */
public final class MailNetwork {

    private final Timeouts timeouts;
    private final TlsContext tls;
    private final Resolver resolver;
    private final Connector connector;
    private final MailObserver observer;

    /**
     * The network as the machine has it.
     *
     * @param extraTrust certificates in PEM that are trusted beside the JDK's
     * @throws IllegalArgumentException when that file cannot be read or holds no certificate
     */
    public MailNetwork(Timeouts timeouts, Optional<Path> extraTrust) {
        this(timeouts, extraTrust, new SystemResolver(timeouts.connect()), Connector.DIRECT);
    }

    /** A network whose names and routes are somebody else's: for tests. */
    public MailNetwork(
            Timeouts timeouts, Optional<Path> extraTrust, Resolver resolver, Connector connector) {
        this(timeouts, new TlsContext(extraTrust), resolver, connector, MailObserver.NONE);
    }

    private MailNetwork(
            Timeouts timeouts,
            TlsContext tls,
            Resolver resolver,
            Connector connector,
            MailObserver observer) {
        this.timeouts = timeouts;
        this.tls = tls;
        this.resolver = resolver;
        this.connector = connector;
        this.observer = observer;
    }

    /** The same network, all of whose commands to mail servers somebody hears of. */
    public MailNetwork observedBy(MailObserver other) {
        return new MailNetwork(timeouts, tls, resolver, connector, other);
    }

    /**
     * Looks the server's addresses up, once, and keeps those that may be connected to. Nothing is
     * connected yet.
     *
     * @throws MailException.ServerUnreachable when the name is unknown or the policy forbids it
     */
    public GuardedConnection prepare(ServerEndpoint endpoint, AddressPolicy policy) {
        return prepare(
                new Destination(
                        endpoint.host(),
                        endpoint.port(),
                        endpoint.security(),
                        Framing.of(endpoint.protocol())),
                policy,
                command -> observer.began(endpoint, command));
    }

    /**
     * As {@link #prepare(ServerEndpoint, AddressPolicy)}, for a web server; always TLS.
     *
     * @throws MailException.ServerUnreachable when the name is unknown or the policy forbids it
     */
    public GuardedConnection prepareWeb(String host, int port, AddressPolicy policy) {
        return prepare(
                new Destination(host, port, ServerEndpoint.Security.TLS, Framing.OCTETS),
                policy,
                _ -> Observed.NOT);
    }

    /**
     * As {@link #prepareWeb}, without TLS.
     *
     * @throws MailException.ServerUnreachable when the name is unknown or the policy forbids it
     */
    public GuardedConnection preparePlainWeb(String host, int port, AddressPolicy policy) {
        return prepare(
                new Destination(host, port, ServerEndpoint.Security.NONE, Framing.OCTETS),
                policy,
                _ -> Observed.NOT);
    }

    private GuardedConnection prepare(
            Destination destination, AddressPolicy policy, Function<String, Observed> commands) {
        try {
            policy.checkPort(destination.port());
            Dialer dialer =
                    new Dialer(
                            policy.allowedOf(resolver.resolve(destination.host())),
                            destination.port(),
                            timeouts,
                            connector);
            return new GuardedConnection(
                    destination, dialer, tls, new ResponseBudget(timeouts), commands);
        } catch (IOException e) {
            throw NetworkFailures.toMailException(e);
        }
    }
}
