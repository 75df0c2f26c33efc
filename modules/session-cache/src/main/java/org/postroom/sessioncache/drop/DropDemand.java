package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.ContentGone;
import org.postroom.protocol.MailException.ContentPending;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.sessioncache.local.ContentId;

/** Messages that somebody opens before they are here. */
@ApplicationScoped
class DropDemand {

    private final DropEntries entries;
    private final DropKeeper keeper;

    DropDemand(DropEntries entries, DropKeeper keeper) {
        this.entries = entries;
        this.keeper = keeper;
    }

    /** Has a message fetched before all others; what to tell meanwhile, or instead. */
    MailException ask(AccountId account, ContentId content) {
        if (entries.ask(content)) {
            keeper.hurry(account);
            return new ContentPending();
        }
        return entries.isGone(content)
                ? new ContentGone()
                : new ServerRefused("The maildrop does not give it", Optional.empty(), null);
    }
}
