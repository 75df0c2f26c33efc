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

/** What every store does, done for a maildrop on Dovecot. */
@QuarkusTest
class Pop3OnDovecotTest {

    @Inject Pop3Stores stores; // which the accounts look up

    abstract static class OnDovecot {

        private @Nullable Pop3TestAccount account;

        public Pop3TestAccount account() {
            if (account == null) {
                account = new Pop3TestAccount(SharedServers.dovecot());
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
