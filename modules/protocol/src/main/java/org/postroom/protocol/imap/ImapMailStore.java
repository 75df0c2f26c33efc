package org.postroom.protocol.imap;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.AppendResult;
import org.postroom.protocol.Capability;
import org.postroom.protocol.ExpungeResult;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.FlagResult;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MailboxEvent;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MailboxStatus;
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
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/** An account on an IMAP server, which does all the work itself, over one connection. */
public final class ImapMailStore implements MailStore {

    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(29);

    private final AccountId account;
    private final ImapConnection connection;
    private final ImapMailboxes mailboxes;
    private final ImapContent content;
    private final ImapSearch search;
    private final ImapOrder order;
    private final ImapChanges changes;
    private final ImapTransfers transfers;
    private @Nullable Namespace namespace;

    ImapMailStore(AccountId account, ImapConnection connection) {
        this.account = account;
        this.connection = connection;
        this.mailboxes = new ImapMailboxes(connection);
        this.content = new ImapContent(connection);
        this.search = new ImapSearch(connection);
        this.order = new ImapOrder(connection, search);
        this.changes = new ImapChanges(connection);
        this.transfers = new ImapTransfers(connection, changes);
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public Set<Capability> capabilities() {
        return connection.capabilities();
    }

    @Override
    public Namespace namespace() {
        if (namespace == null) {
            namespace = mailboxes.namespace();
        }
        return namespace;
    }

    @Override
    public List<Mailbox> mailboxes() {
        return mailboxes.all();
    }

    @Override
    public MailboxStatus status(MailboxName mailbox) {
        return mailboxes.status(mailbox);
    }

    @Override
    public void create(MailboxName mailbox) {
        mailboxes.create(mailbox);
    }

    @Override
    public void rename(MailboxName mailbox, MailboxName newName) {
        mailboxes.rename(mailbox, newName);
    }

    @Override
    public void delete(MailboxName mailbox) {
        mailboxes.delete(mailbox);
    }

    @Override
    public void subscribe(MailboxName mailbox, boolean subscribed) {
        mailboxes.subscribe(mailbox, subscribed);
    }

    @Override
    public Optional<Quota> quota() {
        return ImapQuota.of(connection);
    }

    @Override
    public Page list(MailboxName mailbox, Listing listing) {
        Selected selected = connection.select(mailbox);
        if (selected.tookFreshness() && selected.exists() == 0) {
            return new Page(selected.uidValidity(), 0, List.of());
        }
        ImapOrder.Stretch stretch = order.page(selected, listing);
        MessageRefs page =
                new MessageRefs(mailbox, selected.uidValidity(), UidSet.of(stretch.uids()));
        return new Page(
                selected.uidValidity(),
                stretch.total(),
                inOrder(content.summaries(page), stretch.uids()));
    }

    private static List<MessageSummary> inOrder(List<MessageSummary> summaries, List<Uid> uids) {
        Map<Uid, MessageSummary> byUid = new HashMap<>();
        summaries.forEach(summary -> byUid.put(summary.ref().uid(), summary));
        return uids.stream().map(byUid::get).filter(Objects::nonNull).toList();
    }

    @Override
    public SearchResult search(MailboxName mailbox, SearchCriteria criteria) {
        Selected selected = connection.select(mailbox);
        if (!selected.tookFreshness()) {
            connection.catchUp();
        }
        return new SearchResult(selected.uidValidity(), search.find(criteria));
    }

    @Override
    public List<MessageSummary> summaries(MessageRefs messages) {
        connection.select(messages.mailbox(), messages.uidValidity());
        return content.summaries(messages);
    }

    @Override
    public MessageDetail detail(MessageRef message) {
        return content.detail(message);
    }

    @Override
    public Map<SectionRange, byte[]> read(MessageRef message, Collection<SectionRange> ranges) {
        return content.read(message, ranges, true);
    }

    @Override
    public Map<SectionRange, byte[]> readAndMarkSeen(
            MessageRef message, Collection<SectionRange> ranges) {
        return content.read(message, ranges, false);
    }

    @Override
    public FlagResult changeFlags(MessageRefs messages, FlagChange change) {
        return changes.change(messages, change);
    }

    @Override
    public MoveResult move(MessageRefs messages, MailboxName target) {
        return transfers.move(messages, target);
    }

    @Override
    public MoveResult copy(MessageRefs messages, MailboxName target) {
        return transfers.copy(messages, target);
    }

    @Override
    public AppendResult append(MailboxName mailbox, NewMessage message) {
        return new ImapAppend(connection).append(mailbox, message);
    }

    @Override
    public ExpungeResult expunge(MessageRefs messages) {
        return changes.expunge(messages);
    }

    @Override
    public void await(
            MailboxName mailbox, Duration atMost, Consumer<MailboxEvent> events, StopSign stop) {
        Duration bounded = atMost.compareTo(LONGEST_WAIT) < 0 ? atMost : LONGEST_WAIT;
        ImapWaiting.await(connection, mailbox, bounded, events, stop);
    }

    @Override
    public boolean isAlive() {
        return connection.answers(SHORT);
    }

    @Override
    public void close() {
        connection.close(SHORT);
    }
}
