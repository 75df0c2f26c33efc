package org.postroom.sessioncache.local;

import io.agroal.api.AgroalDataSource;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.Uid;
import org.postroom.sessioncache.signin.AccountKey;

/** Looks at the rows themselves, by SQL of its own. */
final class Judge {

    private static final String OF_MAILBOX =
            " FROM message m JOIN mailbox b ON b.account = m.account AND b.id = m.mailbox"
                    + " WHERE b.account = ? AND b.name = ?";

    private final UUID account;

    Judge(AccountId account) {
        this.account = AccountKey.of(account);
    }

    UUID account() {
        return account;
    }

    /** What a row becomes. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> ask(Reader<T> reader, String sql, Object... parameters) {
        try (Connection connection = LocalTestAccount.bean(AgroalDataSource.class).getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String sql) {
        try (Connection connection = LocalTestAccount.bean(AgroalDataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql, Object... parameters) {
        return ask(row -> row.getLong(1), sql, parameters).getFirst();
    }

    List<Uid> uids(MailboxName mailbox) {
        return ask(
                row -> new Uid(row.getLong(1)),
                "SELECT m.uid" + OF_MAILBOX + " ORDER BY m.uid",
                account,
                mailbox.value());
    }

    List<Uid> deleted(MailboxName mailbox) {
        return ask(
                row -> new Uid(row.getLong(1)),
                "SELECT m.uid" + OF_MAILBOX + " AND m.deleted",
                account,
                mailbox.value());
    }

    Set<String> flags(MailboxName mailbox, Uid uid) {
        return ask(
                        Judge::flags,
                        "SELECT m.seen, m.answered, m.flagged, m.deleted, m.draft, m.keywords"
                                + OF_MAILBOX
                                + " AND m.uid = ?",
                        account,
                        mailbox.value(),
                        uid.value())
                .getFirst();
    }

    private static Set<String> flags(ResultSet row) throws SQLException {
        Set<String> flags = new HashSet<>(Set.of((String[]) row.getArray("keywords").getArray()));
        for (String name : List.of("Seen", "Answered", "Flagged", "Deleted", "Draft")) {
            if (row.getBoolean(name)) {
                flags.add("\\" + name);
            }
        }
        return flags;
    }

    byte[] source(MailboxName mailbox, Uid uid) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        ask(
                        row -> row.getBytes(1),
                        """
                        SELECT k.octets FROM message m
                        JOIN mailbox b ON b.account = m.account AND b.id = m.mailbox
                        JOIN content c ON c.account = m.account AND c.id = m.content AND c.stored
                        JOIN content_chunk k ON k.account = c.account AND k.upload = c.upload
                        WHERE b.account = ? AND b.name = ? AND m.uid = ? ORDER BY k.position
                        """,
                        account,
                        mailbox.value(),
                        uid.value())
                .forEach(octets::writeBytes);
        return octets.toByteArray();
    }

    String internalDate(MailboxName mailbox, Uid uid) {
        return ask(
                        row -> row.getString(1),
                        "SELECT internal_date" + OF_MAILBOX + " AND m.uid = ?",
                        account,
                        mailbox.value(),
                        uid.value())
                .getFirst();
    }

    List<String> mailboxes() {
        return ask(row -> row.getString(1), "SELECT name FROM mailbox WHERE account = ?", account);
    }

    List<String> subscriptions() {
        return ask(
                row -> row.getString(1),
                "SELECT name FROM mailbox WHERE account = ? AND subscribed",
                account);
    }

    /** Mailboxes whose counters are not what their messages add up to. */
    List<String> miscounted() {
        return ask(
                row -> row.getString(1),
                """
                SELECT b.name FROM mailbox b LEFT JOIN message m
                  ON m.account = b.account AND m.mailbox = b.id
                WHERE b.account = ? GROUP BY b.account, b.id
                HAVING b.messages <> count(m.uid)
                  OR b.unseen <> count(m.uid) FILTER (WHERE NOT m.seen)
                  OR b.deleted <> count(m.uid) FILTER (WHERE m.deleted)
                  OR b.pending <> count(m.uid) FILTER (WHERE m.pending)
                  OR b.size <> coalesce(sum(m.size), 0)
                  OR b.uid_next <= coalesce(max(m.uid), 0)
                """,
                account);
    }

    /** By how much the account's room is wrong. */
    long misjudgedRoom() {
        return number(
                """
                SELECT used - coalesce((SELECT sum(size) FROM content
                  WHERE account = ? AND stored AND NOT forgotten), 0)
                FROM mail_account WHERE account = ?
                """,
                account,
                account);
    }
}
