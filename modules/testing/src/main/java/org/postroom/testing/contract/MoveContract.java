package org.postroom.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.MailException.NoSuchMailbox;
import org.postroom.protocol.MailException.NotPermitted;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MoveResult;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/** Moving, copying and deleting for good. */
public interface MoveContract extends StoreContract {

    private Mailroom room() {
        return new Mailroom(account());
    }

    private MailboxName target() {
        MailboxName target = mailbox("Boathouse");
        account().other().create(target);
        return target;
    }

    private List<Uid> uids(MailboxName mailbox) {
        return account().other().uids(mailbox);
    }

    @Test
    default void aMovedMessageIsInTheTargetAndNoMoreInItsSource() {
        MessageRefs messages = room().put(inbox(), Letter.about("stays"), Letter.about("goes"));
        MessageRefs one = messages.with(UidSet.of(Mailroom.nth(messages, 1)));

        MoveResult result = store().move(one, target());

        assertThat(result.done()).isEqualTo(one.uids());
        assertThat(result.gone()).isEqualTo(UidSet.EMPTY);
        assertThat(result.stopped()).isEmpty();
        assertThat(Listings.subjects(store(), inbox())).containsExactly("stays");
        assertThat(Listings.subjects(store(), mailbox("Boathouse"))).containsExactly("goes");
    }

    @Test
    default void movingAMessageKeepsItsFlagsItsDateAndItsOctets() {
        Letter letter =
                Letter.about("kept")
                        .arriving(Instant.parse("2025-12-24T18:00:00Z"))
                        .flagged("\\Seen", "\\Flagged", "$Forwarded");
        MessageRefs messages = room().put(inbox(), letter);

        store().move(messages, target());

        Uid moved = uids(mailbox("Boathouse")).getFirst();
        assertThat(account().other().flags(mailbox("Boathouse"), moved))
                .contains("\\Seen", "\\Flagged", "$Forwarded");
        assertThat(account().other().source(mailbox("Boathouse"), moved))
                .isEqualTo(letter.sent().raw());
        assertThat(
                        Listings.newestFirst(store(), mailbox("Boathouse"))
                                .messages()
                                .getFirst()
                                .internalDate())
                .isEqualTo("2025-12-24T18:00:00Z");
    }

    @Test
    default void whereTheServerTellsTheNewIdentifiersTheyAreTheRightOnes() {
        room().putMany(target(), 3);
        MessageRefs messages = Mailroom.everySecond(room().putMany(inbox(), 10));
        Map<Uid, String> before = subjects(messages);

        MoveResult result = store().move(messages, mailbox("Boathouse"));

        result.target()
                .ifPresent(
                        where -> {
                            assertThat(where.mailbox()).isEqualTo(mailbox("Boathouse"));
                            assertThat(where.uidValidity())
                                    .isEqualTo(room().validity(mailbox("Boathouse")));
                            Map<Uid, String> after = subjects(room().all(mailbox("Boathouse")));
                            where.newUids()
                                    .forEach(
                                            (old, now) ->
                                                    assertThat(after.get(now))
                                                            .isEqualTo(before.get(old)));
                            assertThat(where.newUids()).hasSize(5);
                        });
    }

    private Map<Uid, String> subjects(MessageRefs messages) {
        return store().summaries(messages).stream()
                .collect(
                        java.util.stream.Collectors.toMap(
                                summary -> summary.ref().uid(),
                                summary -> summary.envelope().orElseThrow().subject()));
    }

    @Test
    default void aMoveCanBeTakenBackByTheNewIdentifiers() {
        MessageRefs messages = room().putMany(inbox(), 4);
        MoveResult there = store().move(messages, target());

        there.target()
                .ifPresent(
                        where -> {
                            UidSet moved = UidSet.of(where.newUids().values());
                            store().move(
                                            new MessageRefs(
                                                    where.mailbox(), where.uidValidity(), moved),
                                            inbox());

                            assertThat(uids(inbox())).hasSize(4);
                            assertThat(uids(where.mailbox())).isEmpty();
                        });
    }

    @Test
    default void aCopyLeavesTheOriginal() {
        MessageRefs messages = room().put(inbox(), Letter.about("twice").flagged("\\Flagged"));

        MoveResult result = store().copy(messages, target());

        assertThat(result.done()).isEqualTo(messages.uids());
        assertThat(uids(inbox())).hasSize(1);
        Uid copy = uids(mailbox("Boathouse")).getFirst();
        assertThat(account().other().flags(mailbox("Boathouse"), copy)).contains("\\Flagged");
    }

    @Test
    default void thoseThatAreGoneAreToldAndTheOthersMoved() {
        MessageRefs messages = room().put(inbox(), Letter.about("here"));
        UidSet gone = UidSet.of(new Uid(55_555));

        MoveResult result = store().move(messages.with(messages.uids().union(gone)), target());

        assertThat(result.done()).isEqualTo(messages.uids());
        assertThat(result.gone()).isEqualTo(gone);
        assertThat(uids(mailbox("Boathouse"))).hasSize(1);
    }

    @Test
    default void whenAllAreGoneNothingIsMoved() {
        MessageRefs messages = room().put(inbox(), Letter.about("here"));
        UidSet gone = UidSet.of(new Uid(55_555));

        MoveResult result = store().move(messages.with(gone), target());

        assertThat(result.done()).isEqualTo(UidSet.EMPTY);
        assertThat(result.gone()).isEqualTo(gone);
        assertThat(uids(inbox())).hasSize(1);
    }

    @Test
    default void withoutTheTargetNothingIsMoved() {
        MessageRefs messages = room().put(inbox(), Letter.about("stays"));

        assertThatThrownBy(() -> store().move(messages, mailbox("Nowhere")))
                .isInstanceOf(NoSuchMailbox.class);
        assertThatThrownBy(() -> store().copy(messages, mailbox("Nowhere")))
                .isInstanceOf(NoSuchMailbox.class);

        assertThat(Listings.subjects(store(), inbox())).containsExactly("stays");
        assertThat(account().other().mailboxes()).doesNotContain(mailbox("Nowhere").value());
    }

    @Test
    default void nothingIsMovedIntoItsOwnMailbox() {
        MessageRefs messages = room().put(inbox(), Letter.about("stays"));

        assertThatThrownBy(() -> store().move(messages, inbox())).isInstanceOf(NotPermitted.class);

        assertThat(uids(inbox())).isEqualTo(messages.uids().stream().toList());
    }

    @Test
    default void whatAnotherProgramMarkedAsDeletedSurvivesOurMoves() {
        MessageRefs messages = room().put(inbox(), Letter.about("marked"), Letter.about("moved"));
        Uid marked = Mailroom.nth(messages, 0);
        account().other().addFlags(inbox(), marked, "\\Deleted");

        store().move(messages.with(UidSet.of(Mailroom.nth(messages, 1))), target());

        assertThat(uids(inbox())).contains(marked);
    }

    @Test
    default void hundredsOfScatteredMessagesMoveTogether() {
        MessageRefs messages = Mailroom.everySecond(room().putMany(inbox(), 300));

        MoveResult result = store().move(messages, target());

        assertThat(result.done()).isEqualTo(messages.uids());
        assertThat(uids(mailbox("Boathouse"))).hasSize(150);
        assertThat(Listings.newestFirst(store(), inbox()).total()).isEqualTo(150);
    }

    @Test
    default void theTargetMayHaveANameOfAnyScript() {
        MessageRefs messages = room().put(inbox(), Letter.about("gone abroad"));
        store().create(mailbox("ボート & Segel"));

        store().move(messages, mailbox("ボート & Segel"));

        assertThat(Listings.subjects(store(), mailbox("ボート & Segel")))
                .containsExactly("gone abroad");
    }

    @Test
    default void deletingForGoodTakesJustThese() {
        MessageRefs messages = room().putMany(inbox(), 4);
        Uid marked = Mailroom.nth(messages, 0);
        Uid deleted = Mailroom.nth(messages, 2);
        account().other().addFlags(inbox(), marked, "\\Deleted");

        UidSet result = store().expunge(messages.with(UidSet.of(deleted, new Uid(44_444)))).done();

        assertThat(result).isEqualTo(UidSet.of(deleted));
        assertThat(uids(inbox())).contains(marked);
        assertThat(Listings.newestFirst(store(), inbox()).messages())
                .extracting(message -> message.ref().uid())
                .doesNotContain(deleted)
                .hasSize(2);
    }
}
