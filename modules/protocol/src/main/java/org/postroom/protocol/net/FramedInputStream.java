package org.postroom.protocol.net;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/**
 * What a mail server says, in the clear or decrypted, after its {@link ResponseScanner} has seen
 * it.
 */
final class FramedInputStream extends FilterInputStream {

    private final ResponseScanner scanner;
    private final UnaryOperator<IOException> onFailure;
    private final boolean byLine;

    /**
     * @param onFailure ends the connection and gives what to throw
     * @param byLine never give more than a line at once, so that the reader cannot buffer what
     *     follows it unseen
     */
    FramedInputStream(
            InputStream in,
            ResponseScanner scanner,
            UnaryOperator<IOException> onFailure,
            boolean byLine) {
        super(byLine ? new BufferedInputStream(in) : in);
        this.scanner = scanner;
        this.onFailure = onFailure;
        this.byLine = byLine;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        try {
            int count = byLine ? line(octets, offset, length) : in.read(octets, offset, length);
            if (count > 0) {
                scanner.accept(octets, offset, count);
            }
            return count;
        } catch (IOException e) {
            throw onFailure.apply(e);
        }
    }

    private int line(byte[] octets, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int octet = in.read();
            if (octet < 0) {
                return count == 0 ? -1 : count;
            }
            octets[offset + count++] = (byte) octet;
            if (octet == '\n') {
                return count;
            }
        }
        return count;
    }

    /** Whether something has arrived that nobody has read. */
    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public long skip(long count) throws IOException {
        return read(new byte[(int) Math.min(Math.max(count, 0), 2048)]);
    }
}
