package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailException.ContentPending;
import org.postroom.protocol.MailException.NoSuchMessage;
import org.postroom.protocol.MailException.StorageFailed;
import org.postroom.protocol.MessageDetail;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.SectionRange;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.mime.MessageOutline;
import org.postroom.protocol.mime.Stretch;

/** What one message holds, within the caller's transaction. */
@ApplicationScoped
class LocalContent {

    private static final String FIND =
            """
            SELECT c.id, c.stored, c.upload, c.outline FROM message m
            JOIN content c ON c.account = m.account AND c.id = m.content
            WHERE m.account = ? AND m.mailbox = ? AND m.uid = ?
            """;

    private final LocalListing listing;
    private final Chunks chunks;

    LocalContent(LocalListing listing, Chunks chunks) {
        this.listing = listing;
        this.chunks = chunks;
    }

    private record Found(long id, boolean stored, @Nullable UUID upload, @Nullable String outline) {
        static Found read(ResultSet row) throws SQLException {
            return new Found(
                    row.getLong("id"),
                    row.getBoolean("stored"),
                    row.getObject("upload", UUID.class),
                    row.getString("outline"));
        }
    }

    MessageDetail detail(Sql sql, MailboxRow mailbox, MessageRef message) throws SQLException {
        MessageOutline outline = outline(found(sql, mailbox, message));
        List<MessageSummary> summaries = listing.summaries(sql, mailbox, UidSet.of(message.uid()));
        return new MessageDetail(summaries.getFirst(), outline.structure());
    }

    private static Found found(Sql sql, MailboxRow mailbox, MessageRef message)
            throws SQLException {
        return sql.first(Found::read, FIND, mailbox.account, mailbox.id, message.uid().value())
                .orElseThrow(() -> new NoSuchMessage("The message is gone"));
    }

    private static MessageOutline outline(Found found) {
        if (!found.stored() || found.outline() == null) {
            throw new ContentPending();
        }
        return OutlineJson.read(found.outline());
    }

    Map<SectionRange, byte[]> read(
            Sql sql, MailboxRow mailbox, MessageRef message, Collection<SectionRange> ranges)
            throws SQLException {
        Found found = found(sql, mailbox, message);
        MessageOutline outline = outline(found);
        Map<SectionRange, byte[]> octets = new HashMap<>();
        for (SectionRange range : ranges) {
            octets.put(range, octets(sql, mailbox.account, found, outline, range));
        }
        return octets;
    }

    private byte[] octets(
            Sql sql, UUID account, Found found, MessageOutline outline, SectionRange range)
            throws SQLException {
        Optional<Stretch> section = outline.find(range.section());
        long length = section.map(Stretch::length).map(all -> all - range.offset()).orElse(0L);
        if (length <= 0 || found.upload() == null) {
            return new byte[0];
        }
        int wanted = (int) Math.min(length, range.length());
        byte[] octets =
                chunks.read(
                        sql,
                        account,
                        found.upload(),
                        section.get().offset() + range.offset(),
                        wanted);
        if (octets.length != wanted) {
            throw new StorageFailed("Octets of a message are missing", null);
        }
        return octets;
    }

    /** The octets that a message has or will have. */
    ContentId contentOf(Sql sql, MailboxRow mailbox, MessageRef message) throws SQLException {
        return new ContentId(mailbox.account, found(sql, mailbox, message).id());
    }
}
