package org.postroom.testing.imap;

import org.junit.jupiter.api.Nested;
import org.postroom.testing.contract.AppendContract;
import org.postroom.testing.contract.AwaitContract;
import org.postroom.testing.contract.ContentContract;
import org.postroom.testing.contract.FailureContract;
import org.postroom.testing.contract.FlagsContract;
import org.postroom.testing.contract.ListingContract;
import org.postroom.testing.contract.MailboxContract;
import org.postroom.testing.contract.MoveContract;
import org.postroom.testing.contract.QuotaContract;
import org.postroom.testing.contract.SearchContract;
import org.postroom.testing.server.MailServer;
import org.postroom.testing.server.SharedServers;

/** The IMAP store on Dovecot, with slashes. */
class ImapDovecotTest {

    abstract static class OnDovecot extends ImapAccounts {
        @Override
        MailServer server() {
            return SharedServers.dovecot();
        }

        public boolean isLimited() {
            return true;
        }
    }

    @Nested
    class Mailboxes extends OnDovecot implements MailboxContract {}

    @Nested
    class Listings extends OnDovecot implements ListingContract {}

    @Nested
    class Searches extends OnDovecot implements SearchContract {}

    @Nested
    class Content extends OnDovecot implements ContentContract {}

    @Nested
    class Flags extends OnDovecot implements FlagsContract {}

    @Nested
    class Moves extends OnDovecot implements MoveContract {}

    @Nested
    class Appends extends OnDovecot implements AppendContract {}

    @Nested
    class Room extends OnDovecot implements QuotaContract {}

    @Nested
    class Waits extends OnDovecot implements AwaitContract {}

    @Nested
    class Failures extends OnDovecot implements FailureContract {}
}
