package org.postroom.sessioncache.drop;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
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
import org.postroom.testing.server.SharedServers;

/** What every store does, done for a maildrop on Cyrus. */
@QuarkusTest
class Pop3OnCyrusTest {

    @Inject Pop3Stores stores; // which the accounts look up

    abstract static class OnCyrus {

        private @Nullable Pop3TestAccount account;

        public Pop3TestAccount account() {
            if (account == null) {
                account = new Pop3TestAccount(SharedServers.cyrus());
            }
            return account;
        }

        public boolean isLimited() {
            return false;
        }

        @AfterEach
        void closeAccount() {
            account().close();
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
