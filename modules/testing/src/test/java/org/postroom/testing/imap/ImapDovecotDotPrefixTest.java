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
import org.postroom.testing.server.DovecotOptions;
import org.postroom.testing.server.MailServer;
import org.postroom.testing.server.SharedServers;

/** The IMAP store on Dovecot with dots as delimiters and everything below INBOX, as maildir. */
class ImapDovecotDotPrefixTest {

    abstract static class OnDottedDovecot extends ImapAccounts {
        @Override
        MailServer server() {
            return SharedServers.dovecot(DovecotOptions.BELOW_INBOX.asMaildir());
        }

        public boolean isLimited() {
            return true;
        }
    }

    @Nested
    class Mailboxes extends OnDottedDovecot implements MailboxContract {}

    @Nested
    class Listings extends OnDottedDovecot implements ListingContract {}

    @Nested
    class Searches extends OnDottedDovecot implements SearchContract {}

    @Nested
    class Content extends OnDottedDovecot implements ContentContract {}

    @Nested
    class Flags extends OnDottedDovecot implements FlagsContract {}

    @Nested
    class Moves extends OnDottedDovecot implements MoveContract {}

    @Nested
    class Appends extends OnDottedDovecot implements AppendContract {}

    @Nested
    class Room extends OnDottedDovecot implements QuotaContract {}

    @Nested
    class Waits extends OnDottedDovecot implements AwaitContract {}

    @Nested
    class Failures extends OnDottedDovecot implements FailureContract {}
}
