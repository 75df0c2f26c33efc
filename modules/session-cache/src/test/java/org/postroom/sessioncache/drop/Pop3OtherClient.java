package org.postroom.sessioncache.drop;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.Uid;
import org.postroom.testing.contract.OtherClient;
import org.postroom.testing.corpus.CorpusMessage;

/**
 * Another browser of the same account; but what it puts into INBOX is delivered to the server, and
 * comes by POP3.
 */
final class Pop3OtherClient implements OtherClient {

    private final OtherClient here;
    private final Pop3TestAccount account;

    Pop3OtherClient(OtherClient here, Pop3TestAccount account) {
        this.here = here;
        this.account = account;
    }

    @Override
    public void put(MailboxName mailbox, CorpusMessage... messages) {
        if (!mailbox.isInbox()) {
            here.put(mailbox, messages);
            return;
        }
        int before = here.uids(mailbox).size();
        account.server().fill(account.user(), "INBOX", Stream.of(messages));
        account.visit();
        List<Uid> uids = here.uids(mailbox);
        for (int i = 0; i < messages.length; i++) {
            String[] flags = messages[i].flags().toArray(String[]::new);
            if (flags.length > 0) {
                here.addFlags(mailbox, uids.get(before + i), flags);
            }
        }
    }

    @Override
    public List<Uid> uids(MailboxName mailbox) {
        return here.uids(mailbox);
    }

    @Override
    public Set<String> flags(MailboxName mailbox, Uid uid) {
        return here.flags(mailbox, uid);
    }

    @Override
    public void addFlags(MailboxName mailbox, Uid uid, String... flags) {
        here.addFlags(mailbox, uid, flags);
    }

    @Override
    public void removeFlags(MailboxName mailbox, Uid uid, String... flags) {
        here.removeFlags(mailbox, uid, flags);
    }

    @Override
    public void expunge(MailboxName mailbox) {
        here.expunge(mailbox);
    }

    @Override
    public byte[] source(MailboxName mailbox, Uid uid) {
        return here.source(mailbox, uid);
    }

    @Override
    public String internalDate(MailboxName mailbox, Uid uid) {
        return here.internalDate(mailbox, uid);
    }

    @Override
    public void create(MailboxName mailbox) {
        here.create(mailbox);
    }

    @Override
    public void delete(MailboxName mailbox) {
        here.delete(mailbox);
    }

    @Override
    public List<String> mailboxes() {
        return here.mailboxes();
    }

    @Override
    public List<String> subscriptions() {
        return here.subscriptions();
    }

    @Override
    public void close() {
        here.close();
    }
}
