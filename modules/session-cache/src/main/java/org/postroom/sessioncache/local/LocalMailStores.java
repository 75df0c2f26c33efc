package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.postroom.protocol.AccountId;
import org.postroom.sessioncache.signin.AccountKey;

/** Opens local stores; as many of one account as are wanted, on as many replicas. */
@ApplicationScoped
public class LocalMailStores {

    private final LocalMail mail;

    LocalMailStores(LocalMail mail) {
        this.mail = mail;
    }

    /**
     * A store of this account, with INBOX, Drafts, Sent, Archive, Junk and Trash from the first
     * time on.
     */
    public LocalMailStore open(AccountId account) {
        UUID key = AccountKey.of(account);
        mail.database.call(
                sql -> {
                    mail.mailboxes.open(sql, key);
                    return key;
                });
        return new LocalMailStore(mail, account, key);
    }
}
