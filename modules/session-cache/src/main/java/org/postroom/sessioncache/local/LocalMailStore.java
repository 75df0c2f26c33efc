package org.postroom.sessioncache.local;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.AppendResult;
import org.postroom.protocol.Capability;
import org.postroom.protocol.ExpungeResult;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.FlagResult;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MailboxEvent;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MailboxStatus;
import org.postroom.protocol.MailboxTree;
import org.postroom.protocol.MessageDetail;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.MoveResult;
import org.postroom.protocol.Namespace;
import org.postroom.protocol.NewMessage;
import org.postroom.protocol.Page;
import org.postroom.protocol.Quota;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SearchResult;
import org.postroom.protocol.SectionRange;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.UidValidity;
import org.postroom.sessioncache.local.LocalWaiting.Seen;

/**
 * Mail that is kept in the database. Every method is one short transaction or a few of them, none
 * of which is open between calls; what it changes is seen by the other stores of the account, on
 * whatever replica. Every method may throw {@link
 * org.postroom.protocol.MailException.StorageFailed}, and has then changed nothing, or whole pieces
 * of what was asked.
 */
public final class LocalMailStore implements MailStore {

    static final char DELIMITER = '/';

    // What another program would be told; nothing here depends on it.
    private static final Set<Capability> CAPABILITIES =
            Set.of(
                    new Capability("MOVE"),
                    new Capability("UIDPLUS"),
                    new Capability("SORT"),
                    new Capability("SPECIAL-USE"),
                    new Capability("QUOTA"),
                    new Capability("WITHIN"));

    private final LocalMail mail;
    private final AccountId id;
    private final UUID account;
    // What was listed last: from there on a wait misses nothing.
    private volatile @Nullable Seen seen;
    private volatile boolean closed;

    LocalMailStore(LocalMail mail, AccountId id, UUID account) {
        this.mail = mail;
        this.id = id;
        this.account = account;
    }

    /** What is done with a mailbox in one transaction. */
    @FunctionalInterface
    private interface InMailbox<T> {
        T run(Sql sql, MailboxRow mailbox) throws SQLException;
    }

    @Override
    public AccountId account() {
        return id;
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Namespace namespace() {
        return new Namespace("", DELIMITER);
    }

    @Override
    public List<Mailbox> mailboxes() {
        return database()
                .call(
                        _ ->
                                MailboxTree.of(
                                        MailboxRow.all(account).stream()
                                                .map(MailboxRow::mailbox)
                                                .toList()));
    }

    @Override
    public MailboxStatus status(MailboxName mailbox) {
        return in(mailbox, (_, row) -> row.status());
    }

    @Override
    public void create(MailboxName mailbox) {
        database()
                .call(
                        _ -> {
                            mail.mailboxes.create(account, mailbox);
                            return mailbox;
                        });
    }

    @Override
    public void rename(MailboxName mailbox, MailboxName newName) {
        database()
                .call(
                        sql -> {
                            mail.mailboxes.rename(sql, account, mailbox, newName);
                            return newName;
                        });
    }

    @Override
    public void delete(MailboxName mailbox) {
        database()
                .call(
                        sql -> {
                            mail.mailboxes.delete(sql, account, mailbox);
                            return mailbox;
                        });
        mail.contents.clearForgotten(account);
    }

    @Override
    public void subscribe(MailboxName mailbox, boolean subscribed) {
        database()
                .call(
                        _ -> {
                            mail.mailboxes.subscribe(account, mailbox, subscribed);
                            return mailbox;
                        });
    }

    @Override
    public Optional<Quota> quota() {
        long limit = mail.rules.quota();
        return mail.rules.isLimited()
                ? database().call(_ -> AccountRow.find(account).map(row -> row.quota(limit)))
                : Optional.empty();
    }

    @Override
    public Page list(MailboxName mailbox, Listing listing) {
        return database()
                .within(mail.rules.searching(), sql -> page(sql, mailbox, listing))
                .orElseThrow(
                        () -> new ServerRefused("The list takes too long", Optional.empty(), null));
    }

    private Page page(Sql sql, MailboxName mailbox, Listing listing) throws SQLException {
        MailboxRow row = LocalMailboxes.find(account, mailbox);
        Page page = mail.listing.page(sql, row, listing);
        seen = Seen.of(row);
        return page;
    }

    /** {@inheritDoc} A search that takes too long is not complete, and says so. */
    @Override
    public SearchResult search(MailboxName mailbox, SearchCriteria criteria) {
        UidValidity validity = in(mailbox, (_, row) -> row.validity());
        return database()
                .within(
                        mail.rules.searching(),
                        sql ->
                                mail.listing.search(
                                        sql, LocalMailboxes.find(account, mailbox), criteria))
                .orElseGet(() -> new SearchResult(validity, UidSet.EMPTY, false));
    }

    @Override
    public List<MessageSummary> summaries(MessageRefs messages) {
        return in(
                messages.mailbox(),
                messages.uidValidity(),
                (sql, row) -> mail.listing.summaries(sql, row, messages.uids()));
    }

    @Override
    public MessageDetail detail(MessageRef message) {
        return in(
                message.mailbox(),
                message.uidValidity(),
                (sql, row) -> mail.content.detail(sql, row, message));
    }

    @Override
    public Map<SectionRange, byte[]> read(MessageRef message, Collection<SectionRange> ranges) {
        return in(
                message.mailbox(),
                message.uidValidity(),
                (sql, row) -> mail.content.read(sql, row, message, ranges));
    }

    @Override
    public Map<SectionRange, byte[]> readAndMarkSeen(
            MessageRef message, Collection<SectionRange> ranges) {
        Map<SectionRange, byte[]> octets = read(message, ranges);
        changeFlags(MessageRefs.of(message), FlagChange.add(Flag.SEEN));
        return octets;
    }

    /**
     * The octets that a message has, or will have when they are fetched.
     *
     * @throws org.postroom.protocol.MailException.NoSuchMessage when it is gone
     */
    public ContentId contentOf(MessageRef message) {
        return in(
                message.mailbox(),
                message.uidValidity(),
                (sql, row) -> mail.content.contentOf(sql, row, message));
    }

    @Override
    public FlagResult changeFlags(MessageRefs messages, FlagChange change) {
        requireOpen();
        return mail.changes.changeFlags(account, messages, change);
    }

    @Override
    public MoveResult move(MessageRefs messages, MailboxName target) {
        requireOpen();
        return mail.changes.move(account, messages, target);
    }

    @Override
    public MoveResult copy(MessageRefs messages, MailboxName target) {
        requireOpen();
        return mail.changes.copy(account, messages, target);
    }

    @Override
    public AppendResult append(MailboxName mailbox, NewMessage message) {
        requireOpen();
        return mail.appends.append(account, mailbox, message);
    }

    @Override
    public ExpungeResult expunge(MessageRefs messages) {
        requireOpen();
        return mail.changes.expunge(account, messages);
    }

    @Override
    public void await(
            MailboxName mailbox, Duration atMost, Consumer<MailboxEvent> events, StopSign stop) {
        requireOpen();
        Seen before = seen;
        Seen since =
                before != null && before.name().equals(mailbox)
                        ? before
                        : mail.waiting.look(account, mailbox);
        seen = mail.waiting.await(account, since, atMost, events, stop);
    }

    @Override
    public boolean isAlive() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    private <T> T in(MailboxName mailbox, InMailbox<T> work) {
        return database().call(sql -> work.run(sql, LocalMailboxes.find(account, mailbox)));
    }

    private <T> T in(MailboxName mailbox, UidValidity validity, InMailbox<T> work) {
        return in(
                mailbox,
                (sql, row) -> {
                    row.require(validity);
                    return work.run(sql, row);
                });
    }

    private LocalDatabase database() {
        requireOpen();
        return mail.database;
    }

    private void requireOpen() {
        if (closed) {
            throw new ConnectionLost(false, "The store was closed", null);
        }
    }
}
