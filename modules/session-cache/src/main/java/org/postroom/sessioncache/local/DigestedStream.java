package org.postroom.sessioncache.local;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose octets are hashed as they pass. */
final class DigestedStream extends FilterInputStream {

    private final Digest digest;

    DigestedStream(InputStream in, Digest digest) {
        super(in);
        this.digest = digest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        int count = super.read(octets, offset, length);
        if (count > 0) {
            digest.update(octets, offset, count);
        }
        return count;
    }
}
