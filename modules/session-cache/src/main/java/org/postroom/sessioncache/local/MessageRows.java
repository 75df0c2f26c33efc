package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.Flag;
import org.postroom.protocol.NewMessage;
import org.postroom.protocol.Uid;

/** The rows of messages that come in, within the caller's transaction. */
@ApplicationScoped
class MessageRows {

    // Thousands at once, when somebody comes for the first time: a statement for all of them.
    private static final String INSERT_PENDING =
            """
            INSERT INTO message (account, mailbox, uid, content, internal_date, size)
            SELECT ?, ?, ? + n - 1, ? + n - 1, arrived, size
            FROM unnest(?, ?) WITH ORDINALITY AS each (arrived, size, n)
            """;

    private static final String INSERT_CONTENTS =
            """
            INSERT INTO content (account, id, size)
            SELECT ?, ? + n - 1, size FROM unnest(?) WITH ORDINALITY AS each (size, n)
            """;

    private static final String INSERT =
            """
            INSERT INTO message (account, mailbox, uid, content, internal_date, size,
                seen, answered, flagged, deleted, draft, keywords, pending, attachment, preview,
                %s)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, %s)
            """
                    .formatted(
                            String.join(", ", HeaderColumns.NAMES),
                            HeaderColumns.NAMES.stream()
                                    .map(_ -> "?")
                                    .collect(Collectors.joining(", ")));

    private static final String FILL =
            """
            UPDATE message SET pending = false, internal_date = coalesce(?, internal_date),
                attachment = attachment OR ?, %s
            WHERE account = ? AND content = ? AND pending
            """
                    .formatted(
                            HeaderColumns.NAMES.stream()
                                    .map(name -> name + " = ?")
                                    .collect(Collectors.joining(", ")));

    private static final String PENDING =
            "SELECT mailbox, count(*) FROM message WHERE account = ? AND pending GROUP BY mailbox";

    private static final String TEXTS =
            """
            UPDATE message m SET attachment = ?, preview = ?, size = ?
            FROM (SELECT mailbox, uid, size FROM message WHERE account = ? AND content = ?) old
            WHERE m.account = ? AND m.mailbox = old.mailbox AND m.uid = old.uid
            RETURNING m.mailbox, m.size - old.size AS growth
            """;

    private record Growth(long mailbox, long octets) {}

    /** Messages whose header is not known yet, with a content each that is not here either. */
    List<Arrived> insertPending(
            Sql sql, AccountRow account, MailboxRow mailbox, List<Arrival> arrivals)
            throws SQLException {
        UUID key = account.account;
        long content = account.newContents(arrivals.size()).number();
        long uid = mailbox.takeUids(arrivals.size());
        long[] sizes = arrivals.stream().mapToLong(Arrival::size).toArray();
        Instant[] moments = arrivals.stream().map(Arrival::arrived).toArray(Instant[]::new);
        sql.change(INSERT_CONTENTS, key, content, sizes);
        sql.change(INSERT_PENDING, key, mailbox.id, uid, content, moments, sizes);
        int count = arrivals.size();
        mailbox.count(new Tally(count, count, 0, count, Arrays.stream(sizes).sum()));
        mailbox.changedAt = account.version;
        return LongStream.range(0, count)
                .mapToObj(n -> new Arrived(new ContentId(key, content + n), new Uid(uid + n)))
                .toList();
    }

    /** A message that is here wholly. */
    Uid insert(
            Sql sql,
            AccountRow account,
            MailboxRow mailbox,
            ContentId content,
            NewMessage message,
            ReadMessage read)
            throws SQLException {
        Set<Flag> flags = message.flags();
        Uid uid = new Uid(mailbox.takeUids(1));
        long size = read.outline().size();
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(List.of(account.account, mailbox.id, uid.value(), content.number()));
        values.addAll(List.of(message.internalDate(), size));
        values.addAll(flagColumns(flags));
        values.addAll(List.of(read.hasAttachment(), read.preview()));
        values.addAll(HeaderColumns.values(read.header()));
        sql.change(INSERT, values.toArray());
        mailbox.count(Tally.of(flags, size));
        mailbox.changedAt = account.version;
        return uid;
    }

    private static List<Object> flagColumns(Set<Flag> flags) {
        List<Object> columns = new ArrayList<>();
        for (SystemFlag flag : SystemFlag.values()) {
            columns.add(flags.contains(flag.flag()));
        }
        columns.add(
                flags.stream()
                        .filter(flag -> SystemFlag.of(flag).isEmpty())
                        .map(Flag::value)
                        .toArray(String[]::new));
        return columns;
    }

    /** The headers of contents became known. */
    void fill(Sql sql, AccountRow account, Map<ContentId, KnownHeader> headers)
            throws SQLException {
        List<List<@Nullable Object>> each = new ArrayList<>();
        headers.forEach((content, header) -> each.add(header.values(content)));
        sql.changeEach(FILL, each);
        Map<Long, Long> pending = new HashMap<>();
        sql.all(row -> Map.entry(row.getLong(1), row.getLong(2)), PENDING, account.account)
                .forEach(row -> pending.put(row.getKey(), row.getValue()));
        for (MailboxRow mailbox : MailboxRow.somePending(account.account)) {
            mailbox.forChange().pending = pending.getOrDefault(mailbox.id, 0L);
            mailbox.changedAt = account.version;
        }
    }

    /** The text of a content became known. */
    void putTexts(Sql sql, AccountRow account, ContentId content, ReadMessage message)
            throws SQLException {
        List<Growth> grown =
                sql.all(
                        row -> new Growth(row.getLong("mailbox"), row.getLong("growth")),
                        TEXTS,
                        message.hasAttachment(),
                        message.preview(),
                        message.outline().size(),
                        account.account,
                        content.number(),
                        account.account);
        for (Growth growth : grown) {
            MailboxRow row = mailbox(account, growth.mailbox());
            row.count(new Tally(0, 0, 0, 0, growth.octets()));
            row.changedAt = account.version;
        }
    }

    private static MailboxRow mailbox(AccountRow account, long id) {
        MailboxRow row = MailboxRow.findById(new MailboxRow.Key(account.account, id));
        return row.forChange();
    }
}
