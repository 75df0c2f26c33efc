package org.postroom.testing.imap;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;
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

/**
 * The IMAP store on Cyrus, the second family of servers; where it is not installed, it is not
 * asked.
 */
@EnabledIf("org.postroom.testing.server.CyrusServer#isInstalled")
class ImapCyrusTest {

    abstract static class OnCyrus extends ImapAccounts {
        @Override
        MailServer server() {
            return SharedServers.cyrus();
        }

        public boolean isLimited() {
            return true;
        }
    }

    @Nested
    class Mailboxes extends OnCyrus implements MailboxContract {}

    @Nested
    class Listings extends OnCyrus implements ListingContract {

        /** Cyrus puts X for octets that are not ASCII when a message arrives (munge8bit). */
        @Override
        public void headerTextWithoutAnyEncodingIsStillRead() {}
    }

    @Nested
    class Searches extends OnCyrus implements SearchContract {}

    @Nested
    class Content extends OnCyrus implements ContentContract {}

    @Nested
    class Flags extends OnCyrus implements FlagsContract {}

    @Nested
    class Moves extends OnCyrus implements MoveContract {}

    @Nested
    class Appends extends OnCyrus implements AppendContract {}

    @Nested
    class Room extends OnCyrus implements QuotaContract {}

    @Nested
    class Waits extends OnCyrus implements AwaitContract {}

    @Nested
    class Failures extends OnCyrus implements FailureContract {}
}
