package org.postroom.protocol.net;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.postroom.protocol.MailException;
import org.postroom.protocol.ServerEndpoint;

/** Where connections to mail servers come from, and with them their limits. */
public final class MailNetwork {

    private final Timeouts timeouts;
    private final TlsContext tls;
    private final Resolver resolver;
    private final Connector connector;

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
        this.timeouts = timeouts;
        this.tls = new TlsContext(extraTrust);
        this.resolver = resolver;
        this.connector = connector;
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
                policy);
    }

    /**
     * As {@link #prepare(ServerEndpoint, AddressPolicy)}, for a web server; always TLS.
     *
     * @throws MailException.ServerUnreachable when the name is unknown or the policy forbids it
     */
    public GuardedConnection prepareWeb(String host, int port, AddressPolicy policy) {
        return prepare(
                new Destination(host, port, ServerEndpoint.Security.TLS, Framing.OCTETS), policy);
    }

    /**
     * As {@link #prepareWeb}, without TLS.
     *
     * @throws MailException.ServerUnreachable when the name is unknown or the policy forbids it
     */
    public GuardedConnection preparePlainWeb(String host, int port, AddressPolicy policy) {
        return prepare(
                new Destination(host, port, ServerEndpoint.Security.NONE, Framing.OCTETS), policy);
    }

    private GuardedConnection prepare(Destination destination, AddressPolicy policy) {
        try {
            policy.checkPort(destination.port());
            Dialer dialer =
                    new Dialer(
                            policy.allowedOf(resolver.resolve(destination.host())),
                            destination.port(),
                            timeouts,
                            connector);
            return new GuardedConnection(destination, dialer, tls, new ResponseBudget(timeouts));
        } catch (IOException e) {
            throw NetworkFailures.toMailException(e);
        }
    }
}
