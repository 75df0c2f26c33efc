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

    /** A dot at the end of a line, and the line end: it may turn out to be the message's. */
    private static final int HELD_BACK = 3;

    private final Pop3Wire wire;
    private final OutputStream to;
    private final byte[] chunk = new byte[CHUNK];
    private int length;
    private long written;
    private long lineStart;

    MessageReader(Pop3Wire wire, OutputStream to) {
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
        return reader.finish();
    }

    /** Reads a line; false at the end of the message. */
    boolean line() throws IOException {
        lineStart = octets();
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
        if (octets() == lineStart || chunk[length - 1] != '\r') {
            put('\r');
        }
        put('\n');
    }

    /** How many octets have come. */
    long octets() {
        return written + length;
    }

    /** Whether the line just read has text and a dot after it. */
    boolean endsInDot() {
        return octets() - lineStart > HELD_BACK && chunk[length - HELD_BACK] == '.';
    }

    /** Takes that dot away. */
    void dropDot() {
        length -= HELD_BACK;
        put('\r');
        put('\n');
    }

    private void put(int octet) {
        if (length == CHUNK) {
            flush(HELD_BACK);
        }
        chunk[length++] = (byte) octet;
    }

    /** Writes what is left, and tells how many octets it was in all. */
    long finish() {
        flush(0);
        return written;
    }

    private void flush(int heldBack) {
        int count = length - heldBack;
        try {
            to.write(chunk, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException("The message could not be kept", e);
        }
        System.arraycopy(chunk, count, chunk, 0, heldBack);
        written += count;
        length = heldBack;
    }
}
