package org.postroom.sessioncache.local;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Reads chunks as one stream; each is asked for when it is needed. */
final class ChunkStream extends InputStream {

    private final IntFunction<byte[]> chunks;
    private byte[] chunk = new byte[0];
    private int at;
    private int next;
    private boolean ended;

    /**
     * Over chunks by position, from 0.
     *
     * @param chunks gives an empty one past the end
     */
    ChunkStream(IntFunction<byte[]> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return fill() ? chunk[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] octets, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, octets, offset, count);
        at += count;
        return count;
    }

    private boolean fill() {
        if (at == chunk.length && !ended) {
            chunk = chunks.apply(next++);
            at = 0;
            ended = chunk.length == 0;
        }
        return !ended;
    }
}
