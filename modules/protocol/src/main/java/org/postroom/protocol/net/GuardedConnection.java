package org.postroom.protocol.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.net.SocketFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailObserver.Observed;
import org.postroom.protocol.ServerEndpoint.Security;

/**
 * One connection to one server, at an address that has been checked. It connects once; who needs
 * another prepares another, and with it has the addresses checked anew.
 */
public final class GuardedConnection implements AutoCloseable {

    private final Destination destination;
    private final Dialer dialer;
    private final TlsContext tls;
    private final ResponseBudget budget;
    private final Function<String, Observed> commands;
    private final AtomicReference<@Nullable GuardedSocket> wire = new AtomicReference<>();

    GuardedConnection(
            Destination destination,
            Dialer dialer,
            TlsContext tls,
            ResponseBudget budget,
            Function<String, Observed> commands) {
        this.destination = destination;
        this.dialer = dialer;
        this.tls = tls;
        this.budget = budget;
        this.commands = commands;
    }

    /** Tells those who observe that a command goes to the server. */
    public Observed began(String command) {
        return commands.apply(command);
    }

    /** The addresses that were checked, the preferred first. */
    public List<InetAddress> addresses() {
        return dialer.addresses();
    }

    /** What the server's answer to the present command may cost. */
    public ResponseBudget budget() {
        return budget;
    }

    /**
     * Tells Angus Mail to use this connection and no other. It needs a plain factory that gives TLS
     * sockets: given a factory for TLS sockets it connects by itself, to whatever address it finds.
     *
     * @param prefix such as {@code mail.imap}, as the protocol is called in the properties
     */
    public void applyTo(Properties properties, String prefix) {
        boolean startTls = destination.security() == Security.STARTTLS;
        properties.put(prefix + ".socketFactory", socketFactory());
        properties.put(
                prefix + ".ssl.socketFactory", startTls ? sslSocketFactory() : socketFactory());
        properties.setProperty(prefix + ".socketFactory.fallback", "false");
        properties.setProperty(prefix + ".ssl.socketFactory.fallback", "false");
        properties.setProperty(prefix + ".ssl.checkserveridentity", "true");
        properties.setProperty(prefix + ".starttls.enable", Boolean.toString(startTls));
        properties.setProperty(prefix + ".starttls.required", Boolean.toString(startTls));
        properties.setProperty(prefix + ".compress.enable", "false");
    }

    /**
     * Connects on {@code createSocket()}; with implicit TLS the socket is a {@link
     * javax.net.ssl.SSLSocket}.
     */
    public SocketFactory socketFactory() {
        return new PinnedSocketFactory(this);
    }

    /**
     * The same where an {@link SSLSocketFactory} is asked for; and it starts TLS over a socket from
     * {@link #socketFactory}.
     */
    public SSLSocketFactory sslSocketFactory() {
        return new PinnedTlsSocketFactory(this);
    }

    /**
     * Connects.
     *
     * @return connected; with implicit TLS before its handshake
     */
    public Socket connect() throws IOException {
        GuardedSocket socket = dialer.dial(budget);
        if (!wire.compareAndSet(null, socket)) {
            socket.close();
            throw new IOException("A guarded connection connects once");
        }
        if (destination.security() == Security.TLS) {
            return startTls(socket);
        }
        socket.frame(destination.framing(), destination.security() == Security.STARTTLS);
        return socket;
    }

    Socket upgrade(Socket plain) throws IOException {
        GuardedSocket socket = wire.get();
        if (socket == null || plain != socket) {
            throw new SSLException("TLS may only be started on the guarded connection itself");
        }
        return startTls(socket);
    }

    /**
     * Starts TLS after the server has agreed to it, and does the handshake.
     *
     * @param plain what {@link #connect} gave
     * @return to be used instead of it
     * @throws SSLException also when the server has said more than that it agrees
     */
    public Socket secure(Socket plain) throws IOException {
        Socket secured = upgrade(plain);
        shakeHands(secured);
        return secured;
    }

    /** Does the handshake of TLS, if that is what this socket speaks. */
    public static void shakeHands(Socket socket) throws IOException {
        if (socket instanceof SSLSocket tls) {
            tls.startHandshake();
        }
    }

    private Socket startTls(GuardedSocket socket) throws IOException {
        socket.startTls();
        return new GuardedTlsSocket(
                socket,
                tls.over(socket, destination.certificateName(), destination.port()),
                destination.framing().scanner(budget));
    }

    /**
     * Why the connection ended, if it did: a mail library may have made a text of the exception, or
     * swallowed it. A server that closed it in an orderly way is a reason too.
     */
    public Optional<IOException> failure() {
        return Optional.ofNullable(wire.get()).flatMap(GuardedSocket::failure);
    }

    /**
     * For a failure before the server was ready to work.
     *
     * @param seen what the mail library threw; {@link #failure} is preferred to it
     */
    public MailException.ServerUnreachable unreachable(Throwable seen) {
        return NetworkFailures.toMailException(failure().map(Throwable.class::cast).orElse(seen));
    }

    /**
     * For a failure in the middle of the work: {@link MailException.BadResponse} when a limit was
     * broken, else {@link MailException.ConnectionLost}.
     *
     * @param seen what the mail library threw; {@link #failure} is preferred to it
     */
    public MailException lost(Throwable seen) {
        return NetworkFailures.inConversation(failure().map(Throwable.class::cast).orElse(seen));
    }

    /**
     * Ends the connection at once, without a word to the server; also while others read or write.
     */
    @Override
    public void close() {
        GuardedSocket socket = wire.get();
        if (socket != null) {
            socket.closeQuietly();
        }
    }
}
