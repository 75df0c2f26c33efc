package org.postroom.app.support;

import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailStoreFactory;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.NewMessage;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.Section;
import org.postroom.protocol.SectionRange;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.UidValidity;
import org.postroom.testing.contract.OtherClient;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.server.MailUser;

/**
 * A second store of an account whose folders and flags live in Postroom: what any other browser
 * sees there.
 */
final class SecondStore implements OtherClient {

    private static final DateTimeFormatter INTERNALDATE =
            DateTimeFormatter.ofPattern("dd-MMM-uuuu HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final MailStore store;
    private final Map<MailboxName, UidSet> marked = new HashMap<>();

    private SecondStore(MailStore store) {
        this.store = store;
    }

    /** Of somebody who has been signed in before. */
    static SecondStore of(ServerEndpoint endpoint, MailUser user) {
        Credentials credentials = new Credentials.Password(user.login(), user.password());
        MailStoreFactory stores = CDI.current().select(MailStoreFactory.class).get();
        return new SecondStore(stores.resume(endpoint, credentials));
    }

    @Override
    public void put(MailboxName mailbox, CorpusMessage... messages) {
        for (CorpusMessage message : messages) {
            byte[] raw = message.raw();
            store.append(
                    mailbox,
                    new NewMessage(
                            message.flags().stream().map(Flag::new).collect(Collectors.toSet()),
                            message.internalDate(),
                            raw.length,
                            () -> new ByteArrayInputStream(raw)));
        }
    }

    @Override
    public List<Uid> uids(MailboxName mailbox) {
        return store.search(mailbox, SearchCriteria.ALL).uids().stream().toList();
    }

    @Override
    public Set<String> flags(MailboxName mailbox, Uid uid) {
        return summary(mailbox, uid).flags().stream().map(Flag::value).collect(Collectors.toSet());
    }

    private MessageSummary summary(MailboxName mailbox, Uid uid) {
        return store.summaries(refs(mailbox, UidSet.of(uid))).getFirst();
    }

    private MessageRefs refs(MailboxName mailbox, UidSet uids) {
        return new MessageRefs(mailbox, validity(mailbox), uids);
    }

    private UidValidity validity(MailboxName mailbox) {
        return store.status(mailbox).uidValidity().orElseThrow();
    }

    private void addFlags(MailboxName mailbox, UidSet uids, Set<String> flags) {
        Set<Flag> added = flags.stream().map(Flag::new).collect(Collectors.toSet());
        if (!added.isEmpty() && !uids.isEmpty()) {
            store.changeFlags(refs(mailbox, uids), new FlagChange(added, Set.of()));
        }
    }

    /** Gives messages, in the order of their UIDs, the flags of these. */
    void flagAll(MailboxName mailbox, List<CorpusMessage> messages) {
        List<Uid> uids = uids(mailbox);
        Map<Set<String>, List<Uid>> byFlags = new HashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            byFlags.computeIfAbsent(messages.get(i).flags(), _ -> new ArrayList<>())
                    .add(uids.get(i));
        }
        byFlags.forEach((flags, some) -> addFlags(mailbox, UidSet.of(some), flags));
    }

    /** Makes a mailbox that may be there. */
    void make(MailboxName mailbox) {
        if (store.mailboxes().stream()
                .filter(Mailbox::selectable)
                .noneMatch(each -> each.name().equals(mailbox))) {
            create(mailbox);
        }
    }

    // What is marked as deleted is seen no more, so that it is written down here.
    @Override
    public void addFlags(MailboxName mailbox, Uid uid, String... flags) {
        if (Arrays.asList(flags).contains(Flag.DELETED.value())) {
            marked.merge(mailbox, UidSet.of(uid), UidSet::union);
        }
        addFlags(mailbox, UidSet.of(uid), Set.of(flags));
    }

    @Override
    public void removeFlags(MailboxName mailbox, Uid uid, String... flags) {
        Set<Flag> removed = Arrays.stream(flags).map(Flag::new).collect(Collectors.toSet());
        store.changeFlags(refs(mailbox, UidSet.of(uid)), new FlagChange(Set.of(), removed));
    }

    @Override
    public void expunge(MailboxName mailbox) {
        UidSet uids = marked.remove(mailbox);
        if (uids != null) {
            store.expunge(refs(mailbox, uids));
        }
    }

    @Override
    public byte[] source(MailboxName mailbox, Uid uid) {
        MessageRef message = new MessageRef(mailbox, validity(mailbox), uid);
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        int length = SectionRange.MAX_LENGTH;
        for (byte[] piece = read(message, 0); ; piece = read(message, source.size())) {
            source.writeBytes(piece);
            if (piece.length < length) {
                return source.toByteArray();
            }
        }
    }

    private byte[] read(MessageRef message, long offset) {
        SectionRange range = new SectionRange(Section.SOURCE, offset, SectionRange.MAX_LENGTH);
        return store.read(message, List.of(range)).getOrDefault(range, new byte[0]);
    }

    @Override
    public String internalDate(MailboxName mailbox, Uid uid) {
        return INTERNALDATE.format(summary(mailbox, uid).internalDate());
    }

    @Override
    public void create(MailboxName mailbox) {
        store.create(mailbox);
    }

    @Override
    public void delete(MailboxName mailbox) {
        store.delete(mailbox);
    }

    @Override
    public List<String> mailboxes() {
        return store.mailboxes().stream().map(m -> m.name().value()).toList();
    }

    @Override
    public List<String> subscriptions() {
        return store.mailboxes().stream()
                .filter(Mailbox::subscribed)
                .map(m -> m.name().value())
                .toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
