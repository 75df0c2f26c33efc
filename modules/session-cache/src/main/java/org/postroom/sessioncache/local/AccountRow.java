package org.postroom.sessioncache.local;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.Quota;
import org.postroom.protocol.SpecialUse;
import org.postroom.protocol.UidValidity;

/** An account's counters, whose row is the lock that every change of the account takes first. */
@Entity
@Table(name = "mail_account")
@DynamicUpdate
class AccountRow extends PanacheEntityBase {

    @Id UUID account;
    long version;
    long used;

    @Column(name = "next_mailbox")
    long nextMailbox;

    @Column(name = "next_content")
    long nextContent;

    @Column(name = "next_uid_validity")
    long nextUidValidity;

    static Optional<AccountRow> find(UUID account) {
        return findByIdOptional(account);
    }

    /** The row, locked until the end of the transaction, with a version of its own for it. */
    static AccountRow forChange(UUID account) {
        AccountRow row = findById(account);
        if (row == null) {
            throw new IllegalStateException("An account is changed that was never opened");
        }
        // As it is now, whatever the caller's transaction has seen of it before.
        row.flush();
        getEntityManager().refresh(row, LockModeType.PESSIMISTIC_WRITE);
        row.version++;
        return row;
    }

    MailboxRow newMailbox(String name, @Nullable SpecialUse specialUse) {
        MailboxRow mailbox = new MailboxRow();
        mailbox.account = account;
        mailbox.id = nextMailbox++;
        mailbox.name = name;
        mailbox.specialUse = specialUse;
        mailbox.subscribed = true;
        mailbox.uidValidity = new UidValidity(nextUidValidity++).value();
        mailbox.uidNext = 1;
        mailbox.persist();
        return mailbox;
    }

    Quota quota(long limit) {
        return new Quota(used, limit);
    }

    ContentId newContent() {
        return newContents(1);
    }

    /** So many neighbouring numbers, of which this is the first. */
    ContentId newContents(int count) {
        ContentId first = new ContentId(account, nextContent);
        nextContent += count;
        return first;
    }
}
