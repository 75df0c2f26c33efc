package org.postroom.protocol.pop3;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Reads a multi-line answer that is a message (RFC 1939 §3): dots unstuffed, a line end of LF made
 * CRLF. A dot that the server forgot to stuff stays. CR without LF stays too: it is text.
 */
final class MessageReader {

    private static final int CHUNK = 1 << 14;
    private static final int END = -1;

    private final Pop3Wire wire;
    private final OutputStream to;
    private final byte[] chunk = new byte[CHUNK];
    private int length;
    private long written;
    private int last = '\n';

    private MessageReader(Pop3Wire wire, OutputStream to) {
        this.wire = wire;
        this.to = to;
    }

    /**
     * Reads to the line that is one dot.
     *
     * @return how many octets were written
     * @throws UncheckedIOException when they could not be
     */
    static long copy(Pop3Wire wire, OutputStream to) throws IOException {
        MessageReader reader = new MessageReader(wire, to);
        boolean more = true;
        while (more) {
            more = reader.line();
        }
        reader.flush();
        return reader.written;
    }

    /**
     * The same for RETR. A server that forgets to stuff a line of one dot seems to end the message
     * there: the rest of it would be what it says next.
     *
     * @param announced octets as LIST says
     */
    static long whole(Pop3Wire wire, long announced, OutputStream to) throws IOException {
        long written = copy(wire, to);
        if (wire.hasMore()) {
            throw new NotPop3Exception("Something follows the end of the message");
        }
        if (written < announced) {
            wire.ask("NOOP"); // whatever the answer is: that it is one
        }
        return written;
    }

    /** Reads a line; false at the end of the message. */
    private boolean line() throws IOException {
        int octet = wire.read();
        if (octet == '.') {
            octet = afterDot();
        }
        if (octet == END) {
            return false;
        }
        while (octet != '\n') {
            put(octet);
            octet = wire.read();
        }
        endLine();
        return true;
    }

    private int afterDot() throws IOException {
        int octet = wire.read();
        boolean returned = octet == '\r';
        if (returned) {
            octet = wire.read();
        }
        if (octet == '\n') {
            return END;
        }
        if (returned || octet != '.') {
            put('.');
        }
        if (returned) {
            put('\r');
        }
        return octet;
    }

    private void endLine() {
        if (last != '\r') {
            put('\r');
        }
        put('\n');
    }

    private void put(int octet) {
        if (length == CHUNK) {
            flush();
        }
        chunk[length++] = (byte) octet;
        last = octet;
    }

    private void flush() {
        try {
            to.write(chunk, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("The message could not be kept", e);
        }
        written += length;
        length = 0;
    }
}
