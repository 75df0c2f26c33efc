package org.postroom.app.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;

/** Somebody's account at the mail server. */
public record Account(AccountKind kind, MailUser user) {

    /** A new person without mail. */
    public static Account empty(AccountKind kind) {
        return new Account(kind, MailServers.dovecot().newUser());
    }

    /** A new person with this mail in INBOX. */
    public static Account with(AccountKind kind, Stream<CorpusMessage> inbox) {
        return with(kind, Map.of("INBOX", inbox.toList()));
    }

    /** A new person with mail in these mailboxes. */
    public static Account with(AccountKind kind, Map<String, List<CorpusMessage>> mail) {
        Account account = empty(kind);
        kind.fill(account, mail);
        return account;
    }

    /** More mail for a mailbox. */
    public void fill(String mailbox, Stream<CorpusMessage> messages) {
        kind.fill(this, Map.of(mailbox, messages.toList()));
    }

    /**
     * Lets more mail arrive at the server, and for a kind whose mail Postroom fetches, waits until
     * it is here.
     */
    public void deliver(List<CorpusMessage> messages) {
        MailServers.dovecot().fill(user, "INBOX", messages.stream());
        if (kind == AccountKind.POP3) {
            Fetching.awaitAll(visitor(), onServer());
        }
    }

    /** How many messages are in the server's INBOX, which is the maildrop. */
    public long onServer() {
        try (RawImap server = MailServers.dovecot().connect(user)) {
            return server.count("INBOX");
        }
    }

    /** Another browser that is signed in. */
    public Visitor visitor() {
        return Visitor.signedIn(this);
    }

    /** Another program at work in this account. */
    public OtherSide other() {
        return new OtherSide(kind.otherClient(this));
    }
}
