package org.postroom.sessioncache.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.postroom.protocol.Flag;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.Uid;

/** A message's row as a list shows it. */
final class SummaryRow {

    /** Of {@code message m} with its {@code content c}. */
    static final String COLUMNS =
            "m.uid, m.internal_date, m.size, m.seen, m.answered, m.flagged, m.deleted, m.draft,"
                    + " m.keywords, m.pending, m.envelope, m.attachment, m.preview,"
                    // Without its text there is no copy here either.
                    + " c.only_copy AND c.stored AS only_copy";

    /** The content of {@code message m}. */
    static final String CONTENT = " JOIN content c ON c.account = m.account AND c.id = m.content ";

    private SummaryRow() {}

    static MessageSummary read(ResultSet row, MailboxRow mailbox) throws SQLException {
        return new MessageSummary(
                new MessageRef(
                        mailbox.mailboxName(), mailbox.validity(), new Uid(row.getLong("uid"))),
                flags(row),
                instant(row, "internal_date"),
                row.getLong("size"),
                Optional.ofNullable(row.getString("envelope")).map(EnvelopeText::read),
                row.getBoolean("attachment"),
                row.getString("preview"),
                row.getBoolean("only_copy"));
    }

    static Set<Flag> flags(ResultSet row) throws SQLException {
        Set<Flag> flags = new HashSet<>();
        for (SystemFlag flag : SystemFlag.values()) {
            if (row.getBoolean(flag.column())) {
                flags.add(flag.flag());
            }
        }
        String[] keywords = (String[]) row.getArray("keywords").getArray();
        Arrays.stream(keywords).map(Flag::new).forEach(flags::add);
        return flags;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
