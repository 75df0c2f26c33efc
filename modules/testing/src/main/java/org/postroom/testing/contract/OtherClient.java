package org.postroom.testing.contract;

import java.util.List;
import java.util.Set;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.Uid;
import org.postroom.testing.corpus.CorpusMessage;

/** Another program at work in the same account, and the judge of what is really there. */
public interface OtherClient extends AutoCloseable {

    /** Puts messages into a mailbox that is there, in their order. */
    void put(MailboxName mailbox, CorpusMessage... messages);

    /** All messages of a mailbox, those marked as deleted included, ascending. */
    List<Uid> uids(MailboxName mailbox);

    /** A message's flags, without {@code \Recent}. */
    Set<String> flags(MailboxName mailbox, Uid uid);

    /** Sets flags. */
    void addFlags(MailboxName mailbox, Uid uid, String... flags);

    /** Takes flags away. */
    void removeFlags(MailboxName mailbox, Uid uid, String... flags);

    /** Deletes every message that is marked as deleted. */
    void expunge(MailboxName mailbox);

    /** A message's octets. */
    byte[] source(MailboxName mailbox, Uid uid);

    /** When a message came, as the server writes it. */
    String internalDate(MailboxName mailbox, Uid uid);

    void create(MailboxName mailbox);

    void delete(MailboxName mailbox);

    /** The names of all mailboxes. */
    List<String> mailboxes();

    /** The names of all mailboxes in the person's list. */
    List<String> subscriptions();

    @Override
    void close();
}
