package org.postroom.protocol.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a checked address. It is connected when anybody sees it, and {@link #connect}
 * does nothing any more: the address that a mail library found for itself does not matter.
 */
final class GuardedSocket extends Socket {

    private final ResponseBudget budget;
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private @Nullable TimedStreams streams;
    private @Nullable FramedInputStream framed;
    private @Nullable Integer callersTimeout;
    private boolean acknowledgesAtOnce;

    GuardedSocket(ResponseBudget budget) {
        this.budget = budget;
    }

    /** Connects, once. */
    void dial(InetSocketAddress address, int millis) throws IOException {
        super.connect(address, millis);
        setTcpNoDelay(true);
        acknowledgesAtOnce = supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
        streams = new TimedStreams(this, budget, super.getInputStream(), super.getOutputStream());
    }

    /** From now on the input is what a plain protocol sends; without it, it is what TLS sends. */
    void frame(Framing framing, boolean untilTls) throws IOException {
        framed =
                new FramedInputStream(
                        timed().input(), framing.scanner(budget), this::failed, untilTls);
    }

    /**
     * Gives the connection to TLS.
     *
     * @throws SSLException when the server has already sent more than the answer to STARTTLS:
     *     somebody on the wire may have put it there (CVE-2011-0411)
     */
    void startTls() throws IOException {
        FramedInputStream plain = framed;
        if (plain != null && plain.hasMore()) {
            throw failed(new SSLException("The server sent something before the TLS handshake"));
        }
        framed = null;
    }

    @Override
    public void connect(@Nullable SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(@Nullable SocketAddress endpoint, int timeout) throws IOException {
        timed();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        FramedInputStream plain = framed;
        return plain == null ? timed().input() : plain;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return timed().output();
    }

    private TimedStreams timed() throws IOException {
        TimedStreams found = streams;
        if (found == null) {
            throw new IOException("Not connected yet");
        }
        return found;
    }

    /** May shorten the waits of this layer, never lengthen them. */
    @Override
    public void setSoTimeout(int millis) {
        callersTimeout = millis == 0 ? null : millis;
    }

    @Override
    public int getSoTimeout() {
        Integer millis = callersTimeout;
        return millis == null ? 0 : millis;
    }

    /** Prepares one read. */
    void awaitAtMost(long millis) throws IOException {
        if (millis <= 0) {
            throw failed(new SocketTimeoutException("The answer took too long"));
        }
        Integer callers = callersTimeout;
        long wait = callers == null ? millis : Math.min(callers, millis);
        super.setSoTimeout((int) Math.min(wait, Integer.MAX_VALUE));
        acknowledgeAtOnce();
    }

    /**
     * A server that writes its answer in small pieces, and waits for each to be acknowledged (RFC
     * 896), would else be kept waiting 40 ms for every answer. The system forgets it, so it is said
     * before each read.
     */
    private void acknowledgeAtOnce() throws IOException {
        if (acknowledgesAtOnce) {
            setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    /** Ends the connection; the first reason is kept. */
    <E extends IOException> E failed(E reason) {
        failure.compareAndSet(null, reason);
        closeQuietly();
        return reason;
    }

    /** The end of the server's words is a reason too, but nothing to throw: the reader sees it. */
    void ended() {
        failure.compareAndSet(null, new EOFException("The server closed the connection"));
    }

    Optional<IOException> failure() {
        return Optional.ofNullable(failure.get());
    }

    void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            IOException first = failure.get();
            if (first != null) {
                first.addSuppressed(e);
            }
        }
    }
}
