package org.postroom.app.support;

import java.util.List;
import java.util.Map;
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
    };

    /** Lets mail be in these mailboxes, with its flags; those that are missing are made. */
    abstract void fill(Account account, Map<String, List<CorpusMessage>> mail);

    /** Another program at work in the account. */
    abstract OtherClient otherClient(Account account);

    /** Chooses this kind on the sign-in page. */
    abstract Form choose(Form form);

    /** The form of the sign-in page, filled in. */
    Form fillIn(Form form, MailUser user) {
        return choose(form).with("username", user.login()).with("password", user.password());
    }
}
