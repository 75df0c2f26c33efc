package org.postroom.sessioncache.drop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.MessageSummary;
import org.postroom.sessioncache.drop.DropMode.DeleteAfter;
import org.postroom.sessioncache.drop.DropMode.Keep;
import org.postroom.testing.server.DropMessage;
import org.postroom.testing.server.Play;

@QuarkusTest
class DropRemovalTest extends Visitors {

    private void mode(DropMode mode) {
        rows.ensure(key());
        rows.setMode(key(), mode);
    }

    @Test
    void atFirstTheMailIsKeptThere() {
        visit();
        visit();

        assertThat(server.messages()).hasSize(3);
        assertThat(drops.state(session()).orElseThrow().mode()).isEqualTo(new Keep());
    }

    @Test
    void withZeroDaysItGoesWithTheNextSession() {
        mode(new DeleteAfter(0));
        visit();
        assertThat(server.messages()).hasSize(3);

        visit();

        assertThat(server.messages()).isEmpty();
        assertThat(subjects()).containsExactly("First", "Second", "Third");
        assertThat(byUid()).allMatch(MessageSummary::onlyCopy);
        assertThat(text("Second")).contains(".Two");
    }

    @Test
    void withMoreDaysItStaysSoLong() {
        mode(new DeleteAfter(3));
        visit();
        visit();
        assertThat(server.messages()).hasSize(3);

        age(2);
        visit();
        assertThat(server.messages()).hasSize(3);

        age(2);
        visit();
        assertThat(server.messages()).isEmpty();
    }

    private void age(int days) {
        database.call(
                sql ->
                        sql.change(
                                "UPDATE drop_entry SET verified_at = verified_at - ? * interval '1 day'"
                                        + " WHERE account = ?",
                                days,
                                key()));
    }

    @Test
    void whatIsDeletedHereForGoodIsDeletedThere() {
        mode(new DeleteAfter(100));
        visit();
        deleteForGood("Second");
        visit();

        assertThat(server.messages()).extracting(DropMessage::uidl).containsExactly("u1", "u3");
    }

    @Test
    void whatWasDeletedHereWhileTheServerKeptItStaysThere() {
        visit();
        deleteForGood("Second");
        mode(new DeleteAfter(0));
        visit();
        visit();

        assertThat(server.messages()).extracting(DropMessage::uidl).containsExactly("u2");
        assertThat(subjects()).containsExactly("First", "Third");
    }

    @Test
    void aCopyMuchSmallerThanAnnouncedLetsNothingGo() {
        mode(new DeleteAfter(0));
        server.on("RETR 2", Play.says("+OK", "."));
        visit();
        visit();

        assertThat(server.messages()).extracting(DropMessage::uidl).containsExactly("u2");
    }

    @Test
    void withoutNamesItGoesOnlyWhenAllOfItIsWhatIsHere() {
        mode(new DeleteAfter(0));
        server.capabilities("TOP", "USER").on("UIDL", Play.says("-ERR what"));
        visit();
        String other = "Subject: Second\r\n\r\nSomething else";
        server.on("RETR 2", Play.says("+OK", other, "."));
        visit();

        assertThat(server.messages()).extracting(DropMessage::uidl).containsExactly("u2");
        assertThat(text("Second")).contains(".Two");
    }

    @Test
    void whoGoesBackToKeepingIsObeyed() {
        mode(new DeleteAfter(0));
        visit();
        mode(new Keep());
        visit();

        assertThat(server.messages()).hasSize(3);
        assertThat(sent("DELE")).isZero();
    }

    @Test
    void evenInTheMidstOfASession() {
        mode(new DeleteAfter(0));
        visit();
        server.on(
                "DELE",
                stage -> {
                    rows.setMode(key(), new Keep());
                    stage.behave();
                });
        visit();

        assertThat(sent("DELE")).isEqualTo(1);
        assertThat(server.messages()).hasSize(3);
    }

    @Test
    void aCopyThatIsNotWhatItWasLetsNothingGo() {
        mode(new DeleteAfter(0));
        visit();
        database.call(
                sql ->
                        sql.change(
                                "UPDATE content_chunk SET octets = 'rotten' WHERE account = ?",
                                key()));
        visit();

        assertThat(server.messages()).hasSize(3);
        assertThat(sent("DELE")).isZero();
    }

    @Test
    void aListThatSaysSomethingElseTheSecondTimeLetsNothingGo() {
        mode(new DeleteAfter(0));
        visit();
        boolean[] first = {true};
        server.on(
                "UIDL",
                stage -> {
                    if (first[0]) {
                        stage.behave();
                    } else {
                        stage.say("+OK", "1 u3", "2 u1", "3 u2", ".");
                    }
                    first[0] = false;
                });
        visit();

        assertThat(server.messages()).hasSize(3);
        assertThat(sent("DELE")).isZero();
    }

    @Test
    void anotherHeaderThanTheKnownLetsNothingGo() {
        mode(new DeleteAfter(0));
        visit();
        server.on("TOP 1", Play.says("+OK", "Subject: Something else", "", "."));
        visit();

        assertThat(server.messages()).extracting(DropMessage::uidl).containsExactly("u1");
    }

    @Test
    void withoutNamesItGoesOnlyWhereTheHeaderIsItsOwn() {
        mode(new DeleteAfter(0));
        server.capabilities("TOP", "USER").on("UIDL", Play.says("-ERR what"));
        DropMessage twin = DropMessage.of("t", "Twin", "Twin.");
        server.messages(twin, twin.as("t2"), DropMessage.of("s", "Single", "Single."));
        visit();
        visit();

        assertThat(server.messages()).extracting(DropMessage::uidl).containsExactly("t", "t2");
        assertThat(subjects()).containsExactly("Twin", "Twin", "Single");
    }

    @Test
    void aConnectionCutBeforeQuitLeavesEverythingThere() {
        mode(new DeleteAfter(0));
        visit();
        server.on("QUIT", Play.cuts());
        visit();
        assertThat(server.messages()).hasSize(3);
        assertThat(byUid()).noneMatch(MessageSummary::onlyCopy);

        server.on("QUIT", Play.behaves());
        visit();
        assertThat(server.messages()).isEmpty();
        assertThat(byUid()).allMatch(MessageSummary::onlyCopy);
    }

    @Test
    void aConnectionCutAfterQuitIsUnderstoodLater() {
        mode(new DeleteAfter(0));
        visit();
        server.on("QUIT", Play.behavesMutely().then(Play.cuts()));
        visit();
        assertThat(server.messages()).isEmpty();

        server.on("QUIT", Play.behaves());
        visit();
        assertThat(subjects()).hasSize(3);
        assertThat(byUid()).allMatch(MessageSummary::onlyCopy);
    }

    @Test
    void whatCouldNotBeFetchedIsNotDeleted() {
        mode(new DeleteAfter(0));
        server.on("RETR 2", Play.says("-ERR not today"));
        visit();
        visit();

        assertThat(server.messages()).extracting(DropMessage::uidl).containsExactly("u2");
    }

    @Test
    void aMessageThatComesAgainAfterItsDeletionIsANewOne() {
        mode(new DeleteAfter(0));
        List<DropMessage> all = server.messages();
        visit();
        visit();
        mode(new Keep());
        server.messages(all.getFirst().as("again"));
        visit();

        assertThat(subjects()).containsExactly("First", "Second", "Third", "First");
    }

    @Test
    void whatAKilledProcessCouldNotProveIsProvedLater() {
        mode(new DeleteAfter(0));
        visit();
        database.call(
                sql ->
                        sql.change(
                                "UPDATE drop_entry SET verified_at = NULL WHERE account = ?",
                                key()));
        visit();
        assertThat(server.messages()).hasSize(3);

        visit();
        assertThat(server.messages()).isEmpty();
    }
}
