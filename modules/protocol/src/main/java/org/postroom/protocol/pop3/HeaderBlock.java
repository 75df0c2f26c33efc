package org.postroom.protocol.pop3;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Keeps a message's header, with the empty line that ends it, and lets the rest go by. Where there
 * is no such line, or the header is too long, one is put after the last line that fits.
 */
final class HeaderBlock extends OutputStream {

    private static final int MAX_OCTETS = 256 << 10;
    private static final int LINE_END = 2;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(4 << 10);
    private int line;
    private int wholeLines;
    private boolean ended;
    private boolean full;

    @Override
    public void write(int octet) {
        if (ended || full) {
            return;
        }
        kept.write(octet);
        line++;
        if (octet == '\n') {
            ended = line == LINE_END;
            wholeLines = kept.size();
            line = 0;
        }
        full = kept.size() == MAX_OCTETS - LINE_END;
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        for (int i = offset; i < offset + length && !ended && !full; i++) {
            write(octets[i]);
        }
    }

    /** To be asked for when all lines have gone by. */
    byte[] octets() {
        if (ended) {
            return kept.toByteArray();
        }
        byte[] octets = Arrays.copyOf(kept.toByteArray(), wholeLines + LINE_END);
        octets[wholeLines] = '\r';
        octets[wholeLines + 1] = '\n';
        return octets;
    }
}
