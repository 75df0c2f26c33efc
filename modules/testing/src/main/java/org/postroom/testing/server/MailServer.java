package org.postroom.testing.server;

import java.util.stream.Stream;
import org.postroom.testing.corpus.CorpusMessage;

/** A mail server on 127.0.0.1 that a test may fill, watch and throw away. */
public interface MailServer extends AutoCloseable {
    /** What it is, for test names: {@code Dovecot}. */
    String family();

    /** The port of plain IMAP. */
    int imapPort();

    /** The port of plain POP3. */
    int pop3Port();

    /** The hierarchy delimiter of its mailboxes. */
    char delimiter();

    /** What stands before each mailbox name except INBOX; often empty. */
    String prefix();

    /** Creates an account with an empty INBOX and a login name that nobody else has. */
    MailUser newUser();

    /**
     * Appends the messages in their order; the mailbox is created if it is missing.
     *
     * @param mailbox the full name, as {@link #name} makes it
     */
    void fill(MailUser user, String mailbox, Stream<CorpusMessage> messages);

    /** Appends each message to the mailbox that it suggests. */
    default void fill(MailUser user, Stream<CorpusMessage> messages) {
        try (var client = connect(user);
                messages) {
            new MultiAppend(client).each(messages, this::name);
        }
    }

    /** The full name on this server of a mailbox whose levels are separated by {@code /}. */
    default String name(String path) {
        return path.equalsIgnoreCase("INBOX") ? "INBOX" : prefix() + path.replace('/', delimiter());
    }

    /** A plain client that is logged in: another program that looks at the same account. */
    default RawImap connect(MailUser user) {
        return RawImap.connect(imapPort()).login(user);
    }

    @Override
    void close();
}
