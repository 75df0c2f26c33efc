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
import org.postroom.testing.server.GreenMailServer;
import org.postroom.testing.server.MailServer;

/** The IMAP store on GreenMail, the poorest of servers. */
class ImapGreenMailTest {

    private static final GreenMailServer SERVER = GreenMailServer.start();

    abstract static class OnGreenMail extends ImapAccounts {
        @Override
        MailServer server() {
            return SERVER;
        }

        public boolean isLimited() {
            return false;
        }
    }

    @Nested
    class Mailboxes extends OnGreenMail implements MailboxContract {}

    @Nested
    class Listings extends OnGreenMail implements ListingContract {

        /** GreenMail gives a group as one address (SimpleMessageAttributes). */
        @Override
        public void theMembersOfAGroupAreToldOneByOne() {}

        /** GreenMail puts the arrival where the Date field is missing or nonsense. */
        @Override
        public void aDateThatIsNoneIsLeftOut() {}

        /** As above: it invents a date. */
        @Override
        public void aMessageWithoutHeaderIsListed() {}

        /** GreenMail sorts by the display name (StoredMessageSorter). */
        @Override
        public void bySenderTheyStandByLocalPart() {}
    }

    @Nested
    class Searches extends OnGreenMail implements SearchContract {

        /** GreenMail compares FROM with whole addresses (FromStringTerm on its own string form). */
        @Override
        public void fieldsAreSearchedForPartsOfWordsInAnyCase() {}
    }

    @Nested
    class Content extends OnGreenMail implements ContentContract {

        /** GreenMail fails on parts of a message inside a message (ClassCastException). */
        @Override
        public void partsAreReadAsTheyWereTransferred() {}

        /** GreenMail leaves out the empty line that ends BODY[HEADER]. */
        @Override
        public void headersAreReadByThemselves() {}

        /** GreenMail counts a part with its header. */
        @Override
        public void anAttachmentHasItsNameAndItsSize() {}

        /** GreenMail gives the text of a message for any part of it that is not there. */
        @Override
        public void whereThereIsNoSuchSectionThereIsNothing() {}
    }

    @Nested
    class Flags extends OnGreenMail implements FlagsContract {}

    @Nested
    class Moves extends OnGreenMail implements MoveContract {}

    @Nested
    class Appends extends OnGreenMail implements AppendContract {}

    @Nested
    class Room extends OnGreenMail implements QuotaContract {}

    @Nested
    class Waits extends OnGreenMail implements AwaitContract {

        /** GreenMail tells a client in IDLE of messages that come and go, not of their flags. */
        @Override
        public void changedFlagsAreTold() {}
    }

    @Nested
    class Failures extends OnGreenMail implements FailureContract {

        /** GreenMail gives a new mailbox the UIDVALIDITY of the old one. */
        @Override
        public void aMailboxThatWasMadeAnewHasAnotherValidity() {}
    }
}
