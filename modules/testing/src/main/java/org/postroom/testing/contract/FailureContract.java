package org.postroom.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.NoSuchMailbox;
import org.postroom.protocol.MailException.NoSuchMessage;
import org.postroom.protocol.MailException.UidValidityChanged;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.Section;
import org.postroom.protocol.SectionRange;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.UidValidity;

/** What goes wrong, and how it is told. */
public interface FailureContract extends StoreContract {

    private Mailroom room() {
        return new Mailroom(account());
    }

    private static MessageRef first(MessageRefs messages) {
        return new MessageRef(
                messages.mailbox(), messages.uidValidity(), Mailroom.nth(messages, 0));
    }

    private static SectionRange someSource() {
        return SectionRange.first(Section.SOURCE, 100);
    }

    @Test
    default void underAnotherValidityNothingIsDone() {
        MessageRefs messages = room().putMany(inbox(), 2);
        UidValidity other = new UidValidity(messages.uidValidity().value() + 1);
        MessageRefs stale = new MessageRefs(inbox(), other, messages.uids());
        account().other().create(mailbox("Target"));

        List<ThrowingCallable> attempts =
                List.of(
                        () -> store().summaries(stale),
                        () -> store().detail(first(stale)),
                        () -> store().read(first(stale), List.of(someSource())),
                        () -> store().changeFlags(stale, FlagChange.add(Flag.SEEN)),
                        () -> store().move(stale, mailbox("Target")),
                        () -> store().copy(stale, mailbox("Target")),
                        () -> store().expunge(stale));

        attempts.forEach(
                attempt -> assertThatThrownBy(attempt).isInstanceOf(UidValidityChanged.class));
        assertThat(account().other().uids(inbox())).hasSize(2);
        assertThat(account().other().uids(mailbox("Target"))).isEmpty();
        assertThat(account().other().flags(inbox(), Mailroom.nth(messages, 0))).isEmpty();
    }

    @Test
    default void aMailboxThatWasMadeAnewHasAnotherValidity() {
        MailboxName mailbox = mailbox("Phoenix");
        account().other().create(mailbox);
        MessageRefs before = room().putMany(mailbox, 1);
        account().other().delete(mailbox);
        account().other().create(mailbox);
        account().other().put(mailbox, Letter.about("another").sent());

        try (MailStore fresh = account().openAnother()) {
            assertThatThrownBy(() -> fresh.detail(first(before)))
                    .isInstanceOf(UidValidityChanged.class);
            assertThatThrownBy(() -> fresh.expunge(before)).isInstanceOf(UidValidityChanged.class);
        }
        assertThat(account().other().uids(mailbox)).hasSize(1);
    }

    @Test
    default void aMailboxThatIsNotThereIsTold() {
        MailboxName nowhere = mailbox("Nowhere");

        assertThatThrownBy(() -> Listings.newestFirst(store(), nowhere))
                .isInstanceOf(NoSuchMailbox.class);
        assertThatThrownBy(() -> store().search(nowhere, SearchCriteria.ALL))
                .isInstanceOf(NoSuchMailbox.class);
        assertThat(Listings.newestFirst(store(), inbox()).total()).isZero();
    }

    @Test
    default void aMailboxThatVanishesWhileItIsOpenIsTold() {
        account().other().create(mailbox("Doomed"));
        room().putMany(mailbox("Doomed"), 1);
        Listings.newestFirst(store(), mailbox("Doomed"));

        account().other().delete(mailbox("Doomed"));

        assertThatThrownBy(() -> listTwice(mailbox("Doomed")))
                .isInstanceOfAny(NoSuchMailbox.class, ConnectionLost.class);
        try (MailStore fresh = account().openAnother()) {
            assertThatThrownBy(() -> Listings.newestFirst(fresh, mailbox("Doomed")))
                    .isInstanceOf(NoSuchMailbox.class);
        }
    }

    // Some servers tell with the next command only.
    private void listTwice(MailboxName mailbox) {
        Listings.newestFirst(store(), mailbox);
        Listings.newestFirst(store(), inbox());
        Listings.newestFirst(store(), mailbox);
    }

    @Test
    default void aMessageThatAnotherProgramDeletedIsGoneInEveryWay() {
        MessageRefs messages = room().putMany(inbox(), 2);
        Listings.newestFirst(store(), inbox());
        Uid gone = Mailroom.nth(messages, 0);
        account().other().addFlags(inbox(), gone, "\\Deleted");
        account().other().expunge(inbox());
        account().other().create(mailbox("Target"));
        MessageRefs one = messages.with(UidSet.of(gone));
        Listings.newestFirst(store(), inbox());

        assertThatThrownBy(() -> store().detail(first(messages))).isInstanceOf(NoSuchMessage.class);
        assertThatThrownBy(() -> store().read(first(messages), List.of(someSource())))
                .isInstanceOf(NoSuchMessage.class);
        assertThat(store().changeFlags(one, FlagChange.add(Flag.SEEN)).gone())
                .isEqualTo(one.uids());
        assertThat(store().move(one, mailbox("Target")).gone()).isEqualTo(one.uids());
        assertThat(store().expunge(one).gone()).isEqualTo(one.uids());
        assertThat(store().summaries(one)).isEmpty();
    }

    @Test
    default void aClosedStoreSaysSo() {
        MailStore store = account().openAnother();
        store.close();

        assertThat(store.isAlive()).isFalse();
        assertThatThrownBy(store::mailboxes).isInstanceOf(ConnectionLost.class);
        store.close();
    }
}
