package org.postroom.testing.imap;

import org.junit.jupiter.api.Nested;
import org.postroom.testing.contract.ContentContract;
import org.postroom.testing.contract.FlagsContract;
import org.postroom.testing.contract.ListingContract;
import org.postroom.testing.contract.MailboxContract;
import org.postroom.testing.server.MailServer;
import org.postroom.testing.server.SharedServers;

/** The IMAP store on Dovecot, with slashes. */
class ImapDovecotTest {

    abstract static class OnDovecot extends ImapAccounts {
        @Override
        MailServer server() {
            return SharedServers.dovecot();
        }
    }

    @Nested
    class Mailboxes extends OnDovecot implements MailboxContract {}

    @Nested
    class Listings extends OnDovecot implements ListingContract {}

    @Nested
    class Content extends OnDovecot implements ContentContract {}

    @Nested
    class Flags extends OnDovecot implements FlagsContract {}
}
