package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.StorageFailed;

/** The octets of messages. Each method is made of short transactions of its own. */
@ApplicationScoped
public class Contents {

    private static final Logger LOG = Logger.getLogger(Contents.class);

    private static final int AT_ONCE = 20;

    private static final String STORE =
            """
            UPDATE content
            SET stored = true, upload = ?, size = ?, sha256 = ?, outline = ?, words = ?
            WHERE account = ? AND id = ? AND NOT stored AND NOT forgotten
            """;

    private static final String INSERT = "INSERT INTO content (account, id, size) VALUES (?, ?, ?)";

    private static final String FIND =
            """
            SELECT account, upload, size, sha256 FROM content
            WHERE account = ? AND id = ? AND stored AND NOT forgotten
            """;

    private static final String FORGOTTEN =
            """
            SELECT account, upload, size, sha256 FROM content
            WHERE account = ? AND forgotten AND upload IS NOT NULL
            LIMIT ? FOR UPDATE SKIP LOCKED
            """;

    private static final String CLEARED =
            "UPDATE content SET upload = NULL WHERE account = ? AND upload = ? AND forgotten";

    private static final String ACCOUNTS_TO_CLEAR =
            "SELECT DISTINCT account FROM content WHERE forgotten AND upload IS NOT NULL";

    private static final String ABANDONED =
            """
            SELECT account, id FROM content_upload
            WHERE written_at < now() - interval '1 hour' LIMIT ?
            """;

    private final LocalDatabase database;
    private final Chunks chunks;

    Contents(LocalDatabase database, Chunks chunks) {
        this.database = database;
        this.chunks = chunks;
    }

    /**
     * Begins to take octets, which belong to no content yet.
     *
     * @return to be closed by the caller
     */
    public Upload begin(UUID account) {
        return new Upload(chunks, account);
    }

    /**
     * Reads a content once more, chunk by chunk, and compares it with the hash that was computed
     * while it came in.
     *
     * @return whether it is here and equal
     */
    public boolean verify(ContentId content) {
        Optional<Uploaded> stored = find(content);
        return stored.isPresent() && isWhole(stored.get());
    }

    private Optional<Uploaded> find(ContentId content) {
        return database.call(
                sql -> sql.first(Contents::read, FIND, content.account(), content.number()));
    }

    private static Uploaded read(ResultSet row) throws SQLException {
        return new Uploaded(
                row.getObject("account", UUID.class),
                row.getObject("upload", UUID.class),
                row.getLong("size"),
                row.getBytes("sha256"));
    }

    private boolean isWhole(Uploaded stored) {
        Digest digest = new Digest();
        try (InputStream octets = chunks.open(stored.account(), stored.upload())) {
            byte[] buffer = new byte[16 << 10];
            for (int n = octets.read(buffer); n >= 0; n = octets.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new StorageFailed("A content could not be read", e);
        }
        return digest.size() == stored.size() && Arrays.equals(digest.sha256(), stored.sha256());
    }

    /** A content with its octets, in the caller's transaction. */
    ContentId insert(Sql sql, AccountRow account, Uploaded upload, ReadMessage message)
            throws SQLException {
        ContentId content = account.newContent();
        sql.change(INSERT, content.account(), content.number(), upload.size());
        store(sql, content, upload, message);
        account.used += upload.size();
        return content;
    }

    /** Gives a content its octets; false when it has some, or is needed no longer. */
    boolean store(Sql sql, ContentId content, Uploaded upload, ReadMessage message)
            throws SQLException {
        int stored =
                sql.change(
                        STORE,
                        upload.upload(),
                        upload.size(),
                        upload.sha256(),
                        OutlineJson.write(message.outline()),
                        message.words(),
                        content.account(),
                        content.number());
        if (stored == 1) {
            chunks.end(sql, upload);
        }
        return stored == 1;
    }

    /**
     * Deletes what is left of processes that died: half-written contents after an hour, and chunks
     * whose messages were deleted for good; for a scheduler.
     *
     * @return how many contents and uploads were cleared
     */
    public long cleanUp() {
        long cleared = 0;
        for (Upload.Name name : abandoned()) {
            chunks.abandon(name.account(), name.id());
            cleared++;
        }
        List<UUID> accounts =
                database.call(
                        sql -> sql.all(row -> row.getObject(1, UUID.class), ACCOUNTS_TO_CLEAR));
        for (UUID account : accounts) {
            cleared += clear(account);
        }
        return cleared;
    }

    private List<Upload.Name> abandoned() {
        return database.call(
                sql ->
                        sql.all(
                                row ->
                                        new Upload.Name(
                                                row.getObject("account", UUID.class),
                                                row.getObject("id", UUID.class)),
                                ABANDONED,
                                1_000));
    }

    /**
     * Deletes the chunks of what nobody has any more; if that fails, the clean-up does it later.
     */
    void clearForgotten(UUID account) {
        try {
            clear(account);
        } catch (MailException e) {
            LOG.warn("The octets of deleted messages are still there; the clean-up takes them", e);
        }
    }

    private long clear(UUID account) {
        long cleared = 0;
        int last;
        do {
            last = database.call(sql -> clearSome(sql, account));
            cleared += last;
        } while (last == AT_ONCE);
        return cleared;
    }

    private int clearSome(Sql sql, UUID account) throws SQLException {
        List<Uploaded> forgotten = sql.all(Contents::read, FORGOTTEN, account, AT_ONCE);
        for (Uploaded one : forgotten) {
            chunks.delete(sql, account, one.upload());
            sql.change(CLEARED, account, one.upload());
        }
        return forgotten.size();
    }
}
