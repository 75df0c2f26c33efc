package org.postroom.sessioncache.local;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message's octets, and writes them to the database chunk by chunk, each in a transaction
 * of its own; memory does not grow with it. What is closed without having been attached to a
 * content is deleted; when the process dies before that, by {@link Contents#cleanUp}.
 *
 * <p>Its methods throw {@link org.postroom.protocol.MailException.StorageFailed}.
 */
public final class Upload extends OutputStream {

    /** What the chunks are filed under. */
    record Name(UUID account, UUID id) {}

    private final Chunks chunks;
    private final UUID account;
    private final UUID id = UUID.randomUUID();
    private final Digest digest = new Digest();
    private final byte[] buffer = new byte[Chunks.SIZE];
    private int filled;
    private int position;
    private @Nullable Uploaded uploaded;
    private boolean kept;

    Upload(Chunks chunks, UUID account) {
        this.chunks = chunks;
        this.account = account;
        chunks.begin(account, id);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        if (uploaded != null) {
            throw new IOException("This upload is complete");
        }
        digest.update(octets, offset, length);
        for (int at = 0; at < length; ) {
            int room = Math.min(length - at, buffer.length - filled);
            System.arraycopy(octets, offset + at, buffer, filled, room);
            filled += room;
            at += room;
            writeFullChunk();
        }
    }

    private void writeFullChunk() {
        if (filled == buffer.length) {
            chunks.write(account, id, position++, buffer);
            filled = 0;
        }
    }

    /** How many octets were written. */
    public long size() {
        return digest.size();
    }

    /** Writes what is left; nothing can be added any more. */
    Uploaded complete() {
        Uploaded result = uploaded;
        if (result == null) {
            if (filled > 0) {
                chunks.write(account, id, position++, Arrays.copyOf(buffer, filled));
            }
            result = new Uploaded(account, id, digest.size(), digest.sha256());
            uploaded = result;
        }
        return result;
    }

    /** A content has these chunks now. */
    void keep() {
        kept = true;
    }

    /** Deletes the chunks that no content has. */
    @Override
    public void close() {
        if (!kept) {
            kept = true;
            chunks.abandon(account, id);
        }
    }
}
