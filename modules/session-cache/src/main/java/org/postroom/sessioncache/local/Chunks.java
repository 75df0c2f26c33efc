package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.UUID;
import org.postroom.protocol.MailException.StorageFailed;

/** Octets in pieces of one size, of which a range needs only some. */
@ApplicationScoped
class Chunks {

    /** What one chunk holds; the last one of an upload may hold less. */
    static final int SIZE = 256 << 10;

    private static final String BEGIN = "INSERT INTO content_upload (account, id) VALUES (?, ?)";

    private static final String STILL_WRITING =
            "UPDATE content_upload SET written_at = now() WHERE account = ? AND id = ?";

    private static final String WRITE =
            "INSERT INTO content_chunk (account, upload, position, octets) VALUES (?, ?, ?, ?)";

    // Only the part of a chunk that is wanted leaves the disk (STORAGE EXTERNAL).
    private static final String READ =
            """
            SELECT substring(octets
                FROM (greatest(? - position::bigint * %1$d, 0) + 1)::integer
                FOR (least(? - position::bigint * %1$d, %1$d)
                     - greatest(? - position::bigint * %1$d, 0))::integer) AS piece
            FROM content_chunk
            WHERE account = ? AND upload = ? AND position BETWEEN ? AND ?
            ORDER BY position
            """
                    .formatted(SIZE);

    private static final String DELETE =
            "DELETE FROM content_chunk WHERE account = ? AND upload = ?";

    private static final String END = "DELETE FROM content_upload WHERE account = ? AND id = ?";

    private final LocalDatabase database;

    Chunks(LocalDatabase database) {
        this.database = database;
    }

    void begin(UUID account, UUID upload) {
        database.call(sql -> sql.change(BEGIN, account, upload));
    }

    /**
     * Writes one chunk.
     *
     * @throws StorageFailed also when the upload was taken for abandoned
     */
    void write(UUID account, UUID upload, int position, byte[] octets) {
        database.call(
                sql -> {
                    requireOpen(sql.change(STILL_WRITING, account, upload));
                    return sql.change(WRITE, account, upload, position, octets);
                });
    }

    private static void requireOpen(int uploads) {
        if (uploads == 0) {
            throw new StorageFailed("An upload was taken for abandoned", null);
        }
    }

    /** The upload is complete and becomes a content, in the caller's transaction. */
    void end(Sql sql, Uploaded upload) throws SQLException {
        requireOpen(sql.change(END, upload.account(), upload.upload()));
    }

    /** Deletes an upload with its chunks, unless it has become a content. */
    void abandon(UUID account, UUID upload) {
        database.call(
                sql -> {
                    int open = sql.change(END, account, upload);
                    return open == 0 ? 0 : sql.change(DELETE, account, upload);
                });
    }

    /** Deletes the chunks of a content. */
    void delete(Sql sql, UUID account, UUID upload) throws SQLException {
        sql.change(DELETE, account, upload);
    }

    /** Some octets; fewer than asked for at the end, none past it. */
    byte[] read(Sql sql, UUID account, UUID upload, long offset, int length) throws SQLException {
        long end = offset + length;
        ByteArrayOutputStream octets = new ByteArrayOutputStream(Math.min(length, SIZE));
        sql.all(
                        row -> row.getBytes("piece"),
                        READ,
                        offset,
                        end,
                        offset,
                        account,
                        upload,
                        (int) (offset / SIZE),
                        (int) ((end - 1) / SIZE))
                .forEach(octets::writeBytes);
        return octets.toByteArray();
    }

    /** All octets one after the other, a chunk at a time. */
    InputStream open(UUID account, UUID upload) {
        return new ChunkStream(
                position ->
                        database.call(
                                sql -> read(sql, account, upload, (long) position * SIZE, SIZE)));
    }
}
