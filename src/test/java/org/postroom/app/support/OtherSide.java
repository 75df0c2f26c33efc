package org.postroom.app.support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.Uid;
import org.postroom.testing.contract.OtherClient;
import org.postroom.testing.corpus.CorpusMessage;

/** An account as another program sees and changes it; messages are known by their subjects. */
public final class OtherSide implements AutoCloseable {

    private static final String DELETED = "\\Deleted";

    private final OtherClient client;

    OtherSide(OtherClient client) {
        this.client = client;
    }

    /** The messages of a mailbox, oldest first. */
    public List<Uid> uids(String mailbox) {
        return client.uids(name(mailbox));
    }

    /** Subjects in a mailbox, oldest first. */
    public List<String> subjects(String mailbox) {
        return uids(mailbox).stream().map(uid -> subject(mailbox, uid)).toList();
    }

    /** How many messages are in a mailbox. */
    public long count(String mailbox) {
        return uids(mailbox).size();
    }

    /** How many of them are unread. */
    public long unread(String mailbox) {
        return count(mailbox) - uidsWith(mailbox, "\\Seen").size();
    }

    /** Subjects of the messages that have a flag, oldest first. */
    public List<String> flagged(String mailbox, String flag) {
        return uidsWith(mailbox, flag).stream().map(uid -> subject(mailbox, uid)).toList();
    }

    private List<Uid> uidsWith(String mailbox, String flag) {
        return uids(mailbox).stream()
                .filter(uid -> client.flags(name(mailbox), uid).contains(flag))
                .toList();
    }

    /** The flags of a message. */
    public Set<String> flags(String mailbox, String subject) {
        return client.flags(name(mailbox), uid(mailbox, subject));
    }

    /** The flags of a message. */
    public Set<String> flags(String mailbox, long uid) {
        return client.flags(name(mailbox), new Uid(uid));
    }

    /** Sets a flag. */
    public void flag(String mailbox, String flag, String... subjects) {
        for (String subject : subjects) {
            client.addFlags(name(mailbox), uid(mailbox, subject), flag);
        }
    }

    /** Deletes a message for good. */
    public void remove(String mailbox, String subject) {
        flag(mailbox, DELETED, subject);
        client.expunge(name(mailbox));
    }

    /** Puts messages into a mailbox. */
    public void put(String mailbox, CorpusMessage... messages) {
        client.put(name(mailbox), messages);
    }

    /** Makes a mailbox. */
    public void create(String mailbox) {
        client.create(name(mailbox));
    }

    /** Deletes a mailbox. */
    public void delete(String mailbox) {
        client.delete(name(mailbox));
    }

    /** The names of all mailboxes. */
    public List<String> mailboxes() {
        return client.mailboxes();
    }

    /** The names of all mailboxes in the person's list. */
    public List<String> subscriptions() {
        return client.subscriptions();
    }

    private Uid uid(String mailbox, String subject) {
        return uids(mailbox).stream()
                .filter(uid -> subject(mailbox, uid).equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No “" + subject + "” in " + mailbox));
    }

    private String subject(String mailbox, Uid uid) {
        String text = new String(client.source(name(mailbox), uid), StandardCharsets.ISO_8859_1);
        return text.replaceFirst("(?s).*?Subject: (.*?)\r\n.*", "$1");
    }

    private static MailboxName name(String mailbox) {
        return new MailboxName(mailbox, '/');
    }

    @Override
    public void close() {
        client.close();
    }
}
