package org.postroom.sessioncache.local;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailException.UidValidityChanged;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MailboxStatus;
import org.postroom.protocol.Progress;
import org.postroom.protocol.SpecialUse;
import org.postroom.protocol.UidValidity;

/** A mailbox with its counters. */
@Entity
@Table(name = "mailbox")
@IdClass(MailboxRow.Key.class)
@DynamicUpdate
class MailboxRow extends PanacheEntityBase {

    record Key(UUID account, long id) {}

    @Id UUID account;
    @Id long id;
    String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "special_use")
    @Nullable SpecialUse specialUse;

    boolean subscribed;

    @Column(name = "uid_validity")
    long uidValidity;

    @Column(name = "uid_next")
    long uidNext;

    long messages;
    long unseen;
    long deleted;
    long pending;
    long size;

    @Column(name = "changed_at")
    long changedAt;

    @Column(name = "vanished_at")
    long vanishedAt;

    static List<MailboxRow> all(UUID account) {
        return list("account", account);
    }

    /** As many messages as an account may have: copies take no room of their quota. */
    static final long MAX_MESSAGES = 1_000_000;

    /** Throws when the account would have too many messages. */
    static void requireFew(UUID account, long more) {
        long messages = all(account).stream().mapToLong(row -> row.messages).sum();
        if (messages + more > MAX_MESSAGES) {
            throw new OverQuota("There would be too many messages", null);
        }
    }

    static List<MailboxRow> somePending(UUID account) {
        return list("account = ?1 and pending > 0 order by id", account);
    }

    static Optional<MailboxRow> named(UUID account, String name) {
        return find("account = ?1 and name = ?2", account, name).firstResultOptional();
    }

    /** As it is now, to be changed by who has locked the account. */
    MailboxRow forChange() {
        flush();
        getEntityManager().refresh(this);
        return this;
    }

    /** Takes so many identifiers; the first of them. */
    long takeUids(int count) {
        long first = uidNext;
        uidNext += count;
        return first;
    }

    /** Counts messages that came, or with a negative tally those that went. */
    void count(Tally tally) {
        messages += tally.messages();
        unseen += tally.unseen();
        deleted += tally.deleted();
        pending += tally.pending();
        size += tally.size();
    }

    void require(UidValidity expected) {
        if (uidValidity != expected.value()) {
            throw new UidValidityChanged(expected, validity());
        }
    }

    UidValidity validity() {
        return new UidValidity(uidValidity);
    }

    MailboxName mailboxName() {
        return new MailboxName(name, LocalMailStore.DELIMITER);
    }

    MailboxStatus status() {
        return new MailboxStatus(
                messages, unseen, uidNext, Optional.of(validity()), Optional.of(size));
    }

    Mailbox mailbox() {
        return new Mailbox(
                mailboxName(),
                Optional.ofNullable(specialUse),
                true,
                subscribed,
                true,
                Optional.of(status()));
    }

    /** How many headers are here, while some are not. */
    Optional<Progress> filling() {
        return pending == 0
                ? Optional.empty()
                : Optional.of(new Progress(messages - pending, messages));
    }
}
