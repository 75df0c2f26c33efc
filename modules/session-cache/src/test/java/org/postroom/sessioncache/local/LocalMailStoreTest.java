package org.postroom.sessioncache.local;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What every store does, done by mail that is kept in the database. */
@QuarkusTest
class LocalMailStoreTest {

    @Inject LocalMailStores stores; // which the accounts look up

    /** An account of its own for each test, whose counters are right at its end. */
    abstract static class InTheDatabase {

        private @Nullable LocalTestAccount account;

        public LocalTestAccount account() {
            if (account == null) {
                account = new LocalTestAccount();
            }
            return account;
        }

        public boolean isLimited() {
            return false;
        }

        @AfterEach
        void everythingIsCounted() {
            Judge judge = new Judge(account().id());
            assertThat(judge.miscounted()).isEmpty();
            account().store();
            assertThat(judge.misjudgedRoom()).isZero();
            account().close();
        }
    }

    @Nested
    class Mailboxes extends InTheDatabase implements MailboxContract {}

    @Nested
    class Listings extends InTheDatabase implements ListingContract {}

    @Nested
    class Searches extends InTheDatabase implements SearchContract {}

    @Nested
    class Content extends InTheDatabase implements ContentContract {}

    @Nested
    class Flags extends InTheDatabase implements FlagsContract {}

    @Nested
    class Moves extends InTheDatabase implements MoveContract {}

    @Nested
    class Appends extends InTheDatabase implements AppendContract {}

    @Nested
    class Room extends InTheDatabase implements QuotaContract {}

    @Nested
    class Waits extends InTheDatabase implements AwaitContract {}

    @Nested
    class Failures extends InTheDatabase implements FailureContract {}
}
