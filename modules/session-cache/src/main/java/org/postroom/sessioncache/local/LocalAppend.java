package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.postroom.protocol.AppendResult;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.NewMessage;
import org.postroom.protocol.Uid;

/** Puts a message into a mailbox: first its octets, in short transactions, then its row. */
@ApplicationScoped
class LocalAppend {

    private final LocalDatabase database;
    private final LocalRules rules;
    private final Contents contents;
    private final MessageReader reader;
    private final MessageRows rows;

    LocalAppend(
            LocalDatabase database,
            LocalRules rules,
            Contents contents,
            MessageReader reader,
            MessageRows rows) {
        this.database = database;
        this.rules = rules;
        this.contents = contents;
        this.reader = reader;
        this.rows = rows;
    }

    AppendResult append(UUID account, MailboxName mailbox, NewMessage message) {
        requirePlace(account, mailbox, message);
        FlagChanges.requireFew(
                message.flags().stream().filter(flag -> SystemFlag.of(flag).isEmpty()).count());
        try (Upload upload = contents.begin(account)) {
            copy(message, upload);
            Uploaded uploaded = upload.complete();
            ReadMessage read = reader.read(uploaded);
            MessageRef ref =
                    database.call(sql -> insert(sql, account, mailbox, message, uploaded, read));
            upload.keep();
            return new AppendResult(Optional.of(ref));
        }
    }

    private MessageRef insert(
            Sql sql,
            UUID account,
            MailboxName mailbox,
            NewMessage message,
            Uploaded uploaded,
            ReadMessage read)
            throws SQLException {
        AccountRow row = AccountRow.forChange(account);
        MailboxRow target = LocalMailboxes.findForChange(account, mailbox);
        requireRoom(row, uploaded.size());
        MailboxRow.requireFew(account, 1);
        ContentId content = contents.insert(sql, row, uploaded, read);
        Uid uid = rows.insert(sql, row, target, content, message, read);
        return new MessageRef(target.mailboxName(), target.validity(), uid);
    }

    private void requirePlace(UUID account, MailboxName mailbox, NewMessage message) {
        database.call(
                sql -> {
                    requireRoom(AccountRow.find(account).orElseThrow(), message.size());
                    return LocalMailboxes.find(account, mailbox);
                });
    }

    private void requireRoom(AccountRow account, long size) {
        if (rules.isLimited() && account.used + size > rules.quota()) {
            throw new OverQuota("There is no room for this message", null);
        }
    }

    private static void copy(NewMessage message, Upload upload) {
        try (InputStream in = message.content().get()) {
            byte[] buffer = new byte[16 << 10];
            int count = in.read(buffer);
            while (count >= 0 && upload.size() <= message.size()) {
                upload.write(buffer, 0, count);
                count = in.read(buffer);
            }
        } catch (IOException e) {
            throw new ServerRefused("The message could not be read", Optional.empty(), e);
        }
        if (upload.size() != message.size()) {
            throw new ServerRefused(
                    "The message is not as long as was said", Optional.empty(), null);
        }
    }
}
