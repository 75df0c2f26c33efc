package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postroom.protocol.MailException.StorageFailed;
import org.postroom.protocol.MailboxName;

/**
 * How messages come in that a mail server has: first all are assigned, then their headers become
 * known, then their octets. Each method is one short transaction, or a part of the caller's; the
 * account was opened before by {@link LocalMailStores}.
 */
@ApplicationScoped
public class Arrivals {

    private static final MailboxName INBOX = MailboxName.inbox(LocalMailStore.DELIMITER);

    private static final String ONLY_COPY =
            """
            UPDATE content SET only_copy = ?
            WHERE account = ? AND id = ANY (?) AND only_copy <> ? AND NOT forgotten
            RETURNING id
            """;

    private static final String CHANGED =
            """
            UPDATE mailbox SET changed_at = ? WHERE account = ? AND id IN
              (SELECT mailbox FROM message WHERE account = ? AND content = ANY (?))
            """;

    private static final String TAKEN_BACK =
            """
            DELETE FROM content c WHERE c.account = ? AND c.id = ANY (?) AND NOT c.stored
              AND NOT EXISTS (SELECT FROM message m
                              WHERE m.account = c.account AND m.content = c.id)
            """;

    private final LocalDatabase database;
    private final MessageRows rows;
    private final MessageRemoval removal;
    private final Contents contents;
    private final MessageReader reader;

    Arrivals(
            LocalDatabase database,
            MessageRows rows,
            MessageRemoval removal,
            Contents contents,
            MessageReader reader) {
        this.database = database;
        this.rows = rows;
        this.removal = removal;
        this.contents = contents;
        this.reader = reader;
    }

    /** Puts messages into INBOX in this order, as pending ones. */
    public List<Arrived> assign(UUID account, List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        return database.call(
                sql -> {
                    AccountRow row = AccountRow.forChange(account);
                    return rows.insertPending(
                            sql, row, LocalMailboxes.findForChange(account, INBOX), arrivals);
                });
    }

    /**
     * The headers of these contents are known. Those that were known before stay as they are, and
     * so does what has been deleted meanwhile.
     */
    public void fill(UUID account, Map<ContentId, KnownHeader> headers) {
        database.call(
                sql -> {
                    AccountRow row = AccountRow.forChange(account);
                    rows.fill(sql, row, headers);
                    return headers.size();
                });
    }

    /**
     * Takes messages back of which nothing has come but that they were there, from wherever they
     * are by now; others of these stay.
     */
    public void takeBack(UUID account, Collection<ContentId> contents) {
        if (contents.isEmpty()) {
            return;
        }
        long[] ids = contents.stream().mapToLong(ContentId::number).toArray();
        database.call(
                sql -> {
                    AccountRow row = AccountRow.forChange(account);
                    for (MailboxRow mailbox : MailboxRow.somePending(account)) {
                        removal.removePending(sql, row, mailbox.forChange(), ids);
                    }
                    return sql.change(TAKEN_BACK, account, ids);
                });
    }

    /**
     * Gives a content its octets, read back from the database and equal by hash to what was
     * written.
     *
     * @return false when somebody else was faster or nobody has the message any more; what was
     *     uploaded is of no use then
     * @throws StorageFailed when that cannot be done; the content is as it was
     */
    public boolean attach(ContentId content, Upload upload) {
        Uploaded uploaded = upload.complete();
        ReadMessage message = reader.read(uploaded);
        KnownHeader header = KnownHeader.of(message.header());
        boolean attached = database.call(sql -> attach(sql, content, uploaded, message, header));
        if (attached) {
            upload.keep();
        }
        return attached;
    }

    private boolean attach(
            Sql sql, ContentId content, Uploaded uploaded, ReadMessage message, KnownHeader header)
            throws SQLException {
        AccountRow account = AccountRow.forChange(content.account());
        if (!contents.store(sql, content, uploaded, message)) {
            return false;
        }
        account.used += uploaded.size();
        rows.fill(sql, account, Map.of(content, header));
        rows.putTexts(sql, account, content, message);
        return true;
    }

    /** Marks contents that the mail server has no longer, or has again after all. */
    public void markOnlyCopies(UUID account, Collection<ContentId> gone, boolean onlyCopy) {
        long[] ids = gone.stream().mapToLong(ContentId::number).toArray();
        database.call(
                sql -> {
                    AccountRow row = AccountRow.forChange(account);
                    List<Long> changed =
                            sql.all(
                                    one -> one.getLong(1),
                                    ONLY_COPY,
                                    onlyCopy,
                                    account,
                                    ids,
                                    onlyCopy);
                    long[] marked = changed.stream().mapToLong(Long::longValue).toArray();
                    return sql.change(CHANGED, row.version, account, account, marked);
                });
    }
}
