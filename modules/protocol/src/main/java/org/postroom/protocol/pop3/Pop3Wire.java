package org.postroom.protocol.pop3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.postroom.protocol.MailObserver.End;
import org.postroom.protocol.MailObserver.Observed;
import org.postroom.protocol.net.GuardedConnection;
import org.postroom.protocol.net.ResponseLimits;

/** Lines and octets to and from the server. How much and how long is limited below. */
final class Pop3Wire {

    private static final int BUFFER = 1 << 15;

    /** Of a message's lines no more is known at once than the buffer holds: they have no limit. */
    private static final int MAX_LINE = 8 << 10;

    /** Takes one line of an answer. */
    interface LineTaker {
        void take(String line) throws IOException;
    }

    private final GuardedConnection connection;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private byte[] line = new byte[512];
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    /** Connects; with implicit TLS the handshake is done. */
    Pop3Wire(GuardedConnection connection) throws IOException {
        this.connection = connection;
        socket = connection.connect();
        begin(Limits.SHORT);
        GuardedConnection.shakeHands(socket);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Starts TLS, after the server has agreed (RFC 2595 §4). */
    void secure() throws IOException {
        if (position < limit) {
            throw new NotPop3Exception("The server said more than that it agrees to TLS");
        }
        socket = connection.secure(socket);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    GuardedConnection connection() {
        return connection;
    }

    /** Before each command: what its answer may cost. */
    void begin(ResponseLimits limits) {
        connection.budget().begin(limits);
    }

    /** The same, where the server may have to think for long. */
    void beginSlow(ResponseLimits limits) {
        connection.budget().beginSlow(limits);
    }

    /** Sends a command and reads its status. */
    Reply ask(String command) throws IOException {
        begin(Limits.SHORT);
        send(command);
        return reply();
    }

    /** As {@link #ask}; those who observe hear of it by its verb alone. */
    Reply ask(String verb, String command) throws IOException {
        Observed observed = connection.began(verb);
        End end = End.LOST;
        try {
            Reply reply = ask(command);
            end = reply.ok() ? End.DONE : End.REFUSED;
            return reply;
        } finally {
            observed.ended(end);
        }
    }

    /** Sends commands, without waiting for anything. */
    void send(String... commands) throws IOException {
        String lines = String.join("\r\n", commands) + "\r\n";
        out.write(lines.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    Reply reply() throws IOException {
        return Reply.of(line());
    }

    /** The lines of a multi-line answer after its status, dots unstuffed. */
    void lines(LineTaker taker) throws IOException {
        for (String next = line(); !next.equals("."); next = line()) {
            taker.take(next.startsWith("..") ? next.substring(1) : next);
        }
    }

    /** The next line without its end, each octet a character; none is longer than 8 KiB. */
    String line() throws IOException {
        int length = 0;
        for (int octet = read(); octet != '\n'; octet = read()) {
            if (length == MAX_LINE) {
                throw new NotPop3Exception("A line is too long");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = (byte) octet;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** The next octet. */
    int read() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++] & 0xFF;
    }

    private void fill() throws IOException {
        position = 0;
        limit = 0;
        more();
    }

    private void more() throws IOException {
        int count = in.read(buffer, limit, BUFFER - limit);
        if (count <= 0) {
            throw new EOFException("The server closed the connection");
        }
        limit += count;
    }

    /** The beginning of the next line, which stays to be read: what fits into the buffer. */
    String peekLine() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        int end = 0;
        while (end < BUFFER && (end == limit || buffer[end] != '\n')) {
            if (end == limit) {
                more();
            } else {
                end++;
            }
        }
        return new String(buffer, 0, end, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Whether something has arrived that nobody has read. */
    boolean hasMore() throws IOException {
        return position < limit || in.available() > 0;
    }

    /** Ends the connection at once; also while somebody else reads. */
    void close() {
        connection.close();
    }
}
