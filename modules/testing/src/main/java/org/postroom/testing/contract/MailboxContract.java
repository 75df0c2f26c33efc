package org.postroom.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.MailException.MailboxExists;
import org.postroom.protocol.MailException.NoSuchMailbox;
import org.postroom.protocol.MailException.NotPermitted;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MailboxStatus;
import org.postroom.protocol.SpecialUse;
import org.postroom.protocol.UidValidity;

/** The mailboxes of an account, and changes of them. */
public interface MailboxContract extends StoreContract {

    private List<MailboxName> names() {
        return store().mailboxes().stream().map(Mailbox::name).toList();
    }

    private Optional<Mailbox> listed(MailboxName name) {
        return store().mailboxes().stream()
                .filter(mailbox -> mailbox.name().equals(name))
                .findFirst();
    }

    private void createUnlessThere(String... leaves) {
        for (String leaf : leaves) {
            if (!names().contains(mailbox(leaf))) {
                account().other().create(mailbox(leaf));
            }
        }
    }

    @Test
    default void inboxStandsFirst() {
        Mailbox first = store().mailboxes().getFirst();

        assertThat(first.name().isInbox()).isTrue();
        assertThat(first.specialUse()).contains(SpecialUse.INBOX);
        assertThat(first.selectable()).isTrue();
        assertThat(first.status()).isPresent();
    }

    @Test
    default void mailboxesWithAUseStandNextInTheirOrder() {
        createUnlessThere("Trash", "Archive", "Sent", "Junk", "Drafts", "Aaa");

        List<SpecialUse> uses =
                store().mailboxes().stream()
                        .map(Mailbox::specialUse)
                        .flatMap(Optional::stream)
                        .toList();

        assertThat(uses)
                .startsWith(
                        SpecialUse.INBOX,
                        SpecialUse.DRAFTS,
                        SpecialUse.SENT,
                        SpecialUse.ARCHIVE,
                        SpecialUse.JUNK,
                        SpecialUse.TRASH);
        assertThat(names().indexOf(mailbox("Aaa")))
                .isGreaterThan(names().indexOf(mailbox("Trash")));
    }

    @Test
    default void theyStandByNameWithParentsBeforeChildren() {
        account().other().create(mailbox("Zoo"));
        account().other().create(mailbox("boats"));
        account().other().create(mailbox("boats/sails"));
        account().other().create(mailbox("Anchors"));

        List<MailboxName> ours =
                names().stream()
                        .filter(name -> name.value().matches(".*(Zoo|boats|sails|Anchors)"))
                        .toList();

        assertThat(ours)
                .containsExactly(
                        mailbox("Anchors"),
                        mailbox("boats"),
                        mailbox("boats/sails"),
                        mailbox("Zoo"));
    }

    @Test
    default void aParentThatIsOnlyANameIsGivenAsNotSelectable() {
        account().other().create(mailbox("Years/2026/March"));

        List<MailboxName> names = names();

        assertThat(names)
                .containsSubsequence(
                        mailbox("Years"), mailbox("Years/2026"), mailbox("Years/2026/March"));
        assertThat(listed(mailbox("Years/2026/March")).orElseThrow().selectable()).isTrue();
    }

    @Test
    default void aNewMailboxIsThereForOthersAndSubscribed() {
        store().create(mailbox("Projects"));

        assertThat(account().other().mailboxes()).contains(mailbox("Projects").value());
        assertThat(account().other().subscriptions()).contains(mailbox("Projects").value());
        Mailbox listed = listed(mailbox("Projects")).orElseThrow();
        assertThat(listed.subscribed()).isTrue();
        assertThat(listed.status().orElseThrow().messages()).isZero();
    }

    @Test
    default void namesOfAllScriptsComeBackAsTheyWere() {
        for (String leaf :
                List.of(
                        "Angebote & Verträge",
                        "日本語",
                        "Ärger 😀",
                        "Δοκιμή",
                        "Кошки - собаки",
                        "&")) {
            store().create(mailbox(leaf));

            assertThat(names()).contains(mailbox(leaf));
            assertThat(account().other().mailboxes()).contains(mailbox(leaf).value());
            assertThat(store().status(mailbox(leaf)).messages()).isZero();
        }
    }

    @Test
    default void whatIsThereCannotBeCreated() {
        store().create(mailbox("Twice"));

        assertThatThrownBy(() -> store().create(mailbox("Twice")))
                .isInstanceOf(MailboxExists.class);
        assertThatThrownBy(() -> store().create(inbox())).isInstanceOf(MailboxExists.class);
    }

    @Test
    default void aRenamedMailboxKeepsItsMessagesAndItsSubscription() {
        store().create(mailbox("Before"));
        account().other().put(mailbox("Before"), Letter.about("kept").sent());

        store().rename(mailbox("Before"), mailbox("After"));

        assertThat(names()).contains(mailbox("After")).doesNotContain(mailbox("Before"));
        assertThat(store().status(mailbox("After")).messages()).isEqualTo(1);
        assertThat(account().other().subscriptions())
                .contains(mailbox("After").value())
                .doesNotContain(mailbox("Before").value());
    }

    @Test
    default void whatLiesBelowIsRenamedWithIt() {
        store().create(mailbox("Old"));
        store().create(mailbox("Old/Child"));

        store().rename(mailbox("Old"), mailbox("New"));

        assertThat(names()).contains(mailbox("New/Child")).doesNotContain(mailbox("Old/Child"));
        assertThat(account().other().subscriptions())
                .contains(mailbox("New/Child").value())
                .doesNotContain(mailbox("Old/Child").value());
    }

    @Test
    default void aMailboxCanMoveBelowAnother() {
        store().create(mailbox("Top"));
        store().create(mailbox("Wanderer"));

        store().rename(mailbox("Wanderer"), mailbox("Top/Wanderer"));

        assertThat(names()).contains(mailbox("Top/Wanderer")).doesNotContain(mailbox("Wanderer"));
    }

    @Test
    default void aNameThatIsTakenOrMissingCannotBeUsedForRenaming() {
        store().create(mailbox("One"));
        store().create(mailbox("Two"));

        assertThatThrownBy(() -> store().rename(mailbox("One"), mailbox("Two")))
                .isInstanceOf(MailboxExists.class);
        assertThatThrownBy(() -> store().rename(mailbox("Nowhere"), mailbox("Three")))
                .isInstanceOf(NoSuchMailbox.class);
        assertThatThrownBy(() -> store().rename(inbox(), mailbox("Three")))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    default void aDeletedMailboxIsGoneWithItsSubscription() {
        store().create(mailbox("Short"));
        account().other().put(mailbox("Short"), Letter.about("lost").sent());
        Listings.newestFirst(store(), mailbox("Short"));

        store().delete(mailbox("Short"));

        assertThat(names()).doesNotContain(mailbox("Short"));
        assertThat(account().other().mailboxes()).doesNotContain(mailbox("Short").value());
        assertThat(account().other().subscriptions()).doesNotContain(mailbox("Short").value());
        assertThat(store().isAlive()).isTrue();
    }

    @Test
    default void whatLiesBelowADeletedMailboxStays() {
        store().create(mailbox("Parent"));
        store().create(mailbox("Parent/Child"));
        account().other().put(mailbox("Parent/Child"), Letter.about("kept").sent());

        boolean deleted = isDeleted(mailbox("Parent"));

        assertThat(listed(mailbox("Parent")).filter(Mailbox::selectable).isPresent())
                .isEqualTo(!deleted);
        assertThat(store().status(mailbox("Parent/Child")).messages()).isEqualTo(1);
    }

    // A server may refuse to delete what others lie below (RFC 9051 §6.3.5, HASCHILDREN).
    private boolean isDeleted(MailboxName mailbox) {
        try {
            store().delete(mailbox);
            return true;
        } catch (NotPermitted _) {
            return false;
        }
    }

    @Test
    default void inboxAndWhatIsNotThereCannotBeDeleted() {
        assertThatThrownBy(() -> store().delete(inbox())).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> store().delete(mailbox("Nowhere")))
                .isInstanceOf(NoSuchMailbox.class);
    }

    @Test
    default void subscriptionsComeAndGo() {
        store().create(mailbox("Newsletter"));

        store().subscribe(mailbox("Newsletter"), false);
        assertThat(listed(mailbox("Newsletter")).orElseThrow().subscribed()).isFalse();
        assertThat(account().other().subscriptions()).doesNotContain(mailbox("Newsletter").value());

        store().subscribe(mailbox("Newsletter"), true);
        assertThat(listed(mailbox("Newsletter")).orElseThrow().subscribed()).isTrue();
        assertThat(account().other().subscriptions()).contains(mailbox("Newsletter").value());
    }

    @Test
    default void whatIsNotThereCannotBeSubscribed() {
        assertThatThrownBy(() -> store().subscribe(mailbox("Nowhere"), true))
                .isInstanceOf(NoSuchMailbox.class);
    }

    @Test
    default void theStatusCountsWhatIsThere() {
        account()
                .other()
                .put(
                        inbox(),
                        Letter.about("read").flagged("\\Seen").sent(),
                        Letter.about("unread").sent(),
                        Letter.about("unread too").sent());

        MailboxStatus status = store().status(inbox());

        assertThat(status.messages()).isEqualTo(3);
        assertThat(status.unseen()).isEqualTo(2);
        assertThat(status.uidNext())
                .isGreaterThan(account().other().uids(inbox()).getLast().value());
        assertThat(status.uidValidity().map(UidValidity::value)).isPresent();
        assertThat(listed(inbox()).flatMap(Mailbox::status)).contains(status);
    }

    @Test
    default void theStatusOfTheMailboxInUseIsUpToDate() {
        account().other().put(inbox(), Letter.about("one").sent());
        Listings.newestFirst(store(), inbox());

        account().other().put(inbox(), Letter.about("two").sent());

        assertThat(store().status(inbox()).messages()).isEqualTo(2);
        assertThat(listed(inbox()).flatMap(Mailbox::status).orElseThrow().messages()).isEqualTo(2);
    }

    @Test
    default void aMailboxThatIsNotThereHasNoStatus() {
        assertThatThrownBy(() -> store().status(mailbox("Nowhere")))
                .isInstanceOf(NoSuchMailbox.class);
    }
}
