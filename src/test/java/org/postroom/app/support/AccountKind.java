package org.postroom.app.support;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.postroom.protocol.MailboxName;
import org.postroom.testing.contract.ImapOtherClient;
import org.postroom.testing.contract.OtherClient;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.server.MailUser;

/** How Postroom gets at somebody's mail. */
public enum AccountKind {
    IMAP {
        @Override
        void fill(Account account, Map<String, List<CorpusMessage>> mail) {
            mail.forEach(
                    (mailbox, messages) ->
                            MailServers.dovecot().fill(account.user(), mailbox, messages.stream()));
        }

        @Override
        OtherClient otherClient(Account account) {
            return new ImapOtherClient(MailServers.dovecot().connect(account.user()));
        }

        @Override
        Form choose(Form form) {
            return form;
        }

        @Override
        void choose(Page signIn) {
            // is what Postroom finds out
        }
    },
    POP3 {
        @Override
        void fill(Account account, Map<String, List<CorpusMessage>> mail) {
            List<CorpusMessage> inbox = mail.getOrDefault("INBOX", List.of());
            account.deliver(inbox);
            try (SecondStore store = secondStore(account)) {
                organise(store, mail);
            }
        }

        // What a maildrop has not: flags of its messages, and other mailboxes.
        private void organise(SecondStore store, Map<String, List<CorpusMessage>> mail) {
            mail.forEach(
                    (mailbox, messages) -> {
                        MailboxName name = new MailboxName(mailbox, '/');
                        if (name.isInbox()) {
                            store.flagAll(name, messages);
                        } else {
                            store.make(name);
                            store.put(name, messages.toArray(CorpusMessage[]::new));
                        }
                    });
        }

        @Override
        OtherClient otherClient(Account account) {
            return secondStore(account);
        }

        private SecondStore secondStore(Account account) {
            return SecondStore.of(MailServers.pop3(), account.user());
        }

        @Override
        Form choose(Form form) {
            return form.with("protocol", "pop3");
        }

        @Override
        void choose(Page signIn) {
            signIn.click("details.servers > summary");
            signIn.selectOption("#protocol", "pop3");
        }
    };

    /** Lets mail be in these mailboxes, with its flags; those that are missing are made. */
    abstract void fill(Account account, Map<String, List<CorpusMessage>> mail);

    /** Another program at work in the account. */
    abstract OtherClient otherClient(Account account);

    /** Chooses this kind on the sign-in page. */
    abstract Form choose(Form form);

    /** Chooses this kind on the sign-in page. */
    abstract void choose(Page signIn);

    /** The form of the sign-in page, filled in. */
    Form fillIn(Form form, MailUser user) {
        return choose(form).with("username", user.login()).with("password", user.password());
    }
}
