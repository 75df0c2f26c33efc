package org.postroom.sessioncache.local;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A message of any size that is nowhere in memory: a text whose octets depend on their place. */
final class LargeMessage extends InputStream {

    private static final byte[] HEADER =
            "Subject: large\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final long size;
    private long at;

    LargeMessage(long size) {
        this.size = size;
    }

    @Override
    public int read() {
        return at == size ? -1 : octet(at++);
    }

    @Override
    public int read(byte[] octets, int offset, int length) {
        int count = (int) Math.min(length, size - at);
        for (int i = 0; i < count; i++) {
            octets[offset + i] = (byte) octet(at++);
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private static int octet(long at) {
        if (at < HEADER.length) {
            return HEADER[(int) at];
        }
        long column = at % 78;
        return column == 76 ? '\r' : column == 77 ? '\n' : 'a' + (int) ((at / 78 + column) % 26);
    }

    byte[] readAllOctets() {
        byte[] all = new byte[(int) size];
        int count = read(all, 0, all.length);
        return count == all.length ? all : new byte[0];
    }
}
