package org.postroom.sessioncache.local;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.NewMessage;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.testing.contract.OtherClient;
import org.postroom.testing.corpus.CorpusMessage;

/** Another store at work; what is really there is asked by SQL. */
public final class LocalOtherClient implements OtherClient {

    private final MailStore store;
    private final Judge judge;

    /** Another store of this account. */
    public static OtherClient of(MailStore store, AccountId account) {
        return new LocalOtherClient(store, new Judge(account));
    }

    LocalOtherClient(MailStore store, Judge judge) {
        this.store = store;
        this.judge = judge;
    }

    @Override
    public void put(MailboxName mailbox, CorpusMessage... messages) {
        for (CorpusMessage message : messages) {
            byte[] raw = message.raw();
            Set<Flag> flags = message.flags().stream().map(Flag::new).collect(Collectors.toSet());
            store.append(
                    mailbox,
                    new NewMessage(
                            flags,
                            message.internalDate(),
                            raw.length,
                            () -> new ByteArrayInputStream(raw)));
        }
    }

    @Override
    public List<Uid> uids(MailboxName mailbox) {
        return judge.uids(mailbox);
    }

    @Override
    public Set<String> flags(MailboxName mailbox, Uid uid) {
        return judge.flags(mailbox, uid);
    }

    @Override
    public void addFlags(MailboxName mailbox, Uid uid, String... flags) {
        store.changeFlags(refs(mailbox, UidSet.of(uid)), FlagChange.add(flags(flags)));
    }

    @Override
    public void removeFlags(MailboxName mailbox, Uid uid, String... flags) {
        store.changeFlags(refs(mailbox, UidSet.of(uid)), FlagChange.remove(flags(flags)));
    }

    private static Flag[] flags(String[] names) {
        return Arrays.stream(names).map(Flag::new).toArray(Flag[]::new);
    }

    private MessageRefs refs(MailboxName mailbox, UidSet uids) {
        return new MessageRefs(mailbox, store.status(mailbox).uidValidity().orElseThrow(), uids);
    }

    @Override
    public void expunge(MailboxName mailbox) {
        store.expunge(refs(mailbox, UidSet.of(judge.deleted(mailbox))));
    }

    @Override
    public byte[] source(MailboxName mailbox, Uid uid) {
        return judge.source(mailbox, uid);
    }

    @Override
    public String internalDate(MailboxName mailbox, Uid uid) {
        return judge.internalDate(mailbox, uid);
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
        return judge.mailboxes();
    }

    @Override
    public List<String> subscriptions() {
        return judge.subscriptions();
    }

    @Override
    public void close() {
        store.close();
    }
}
