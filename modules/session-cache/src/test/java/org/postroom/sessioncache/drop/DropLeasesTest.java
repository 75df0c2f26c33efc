package org.postroom.sessioncache.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.testing.server.Play;

@QuarkusTest
class DropLeasesTest extends Visitors {

    private DropLease mine = DropLease.wish(key());
    private DropLease theirs = DropLease.wish(key());

    @BeforeEach
    void begin() {
        local.open(account());
        rows.ensure(key());
        mine = DropLease.wish(key());
        theirs = DropLease.wish(key());
    }

    /** As when the holder's process was killed long ago. */
    private void expire() {
        database.call(
                sql ->
                        sql.change(
                                "UPDATE maildrop SET held_until = now() - interval '1 s'"
                                        + " WHERE account = ?",
                                key()));
    }

    @Test
    void onlyOneHasIt() {
        assertThat(leases.take(mine)).isTrue();
        assertThat(leases.take(theirs)).isFalse();
        assertThat(leases.isOurs(mine)).isTrue();

        leases.release(theirs);
        assertThat(leases.take(theirs)).isFalse();
        leases.release(mine);
        assertThat(leases.take(theirs)).isTrue();
    }

    @Test
    void aDeadHoldersLeaseEndsByItself() {
        leases.take(mine);
        expire();

        assertThat(leases.take(theirs)).isTrue();
    }

    @Test
    void aHolderWhoWaitsForALongAnswerKeepsIt() {
        leases.take(mine);
        database.call(
                sql ->
                        sql.change(
                                "UPDATE maildrop SET held_until = now() + interval '3 s'"
                                        + " WHERE account = ?",
                                key()));

        try (DropVigil _ = DropVigil.keep(leases, mine, Duration.ofMillis(20))) {
            await(() -> isHeldForSeconds(5));
        }
    }

    private boolean isHeldForSeconds(int seconds) {
        return database.call(
                        sql ->
                                sql.first(
                                        row -> row.getBoolean(1),
                                        "SELECT held_until > now() + ? * interval '1 s'"
                                                + " FROM maildrop WHERE account = ?",
                                        seconds,
                                        key()))
                .orElseThrow();
    }

    @Test
    void whoHasLostItWritesNothingMore() {
        leases.take(mine);
        expire();
        leases.take(theirs);

        assertThatThrownBy(
                        () ->
                                leases.during(
                                        mine,
                                        sql ->
                                                sql.change(
                                                        "UPDATE maildrop SET failures = 99"
                                                                + " WHERE account = ?",
                                                        key())))
                .isInstanceOf(DropLease.Lost.class);
        rows.contacted(mine, DropOutcome.failed(DropTrouble.TEMPORARY), Duration.ofDays(1));

        assertThat(rows.failures(key())).isZero();
        assertThat(leases.isOurs(theirs)).isTrue();
    }

    @Test
    void theHolderHearsThatSomebodyWaits() {
        leases.take(mine);
        assertThat(leases.isWanted(mine)).isFalse();

        leases.ask(key(), Duration.ofSeconds(10));

        assertThat(leases.isWanted(mine)).isTrue();
    }

    @Test
    void aWishOfLongAgoIsForgotten() {
        leases.take(mine);
        leases.ask(key(), Duration.ZERO);

        assertThat(leases.isWanted(mine)).isFalse();
    }

    @Test
    void aSessionWithoutItsLeaseEndsWithoutDeletingAnything() {
        rows.setMode(key(), new DropMode.DeleteAfter(0));
        visit();
        server.on(
                "DELE",
                stage -> {
                    expire();
                    leases.take(theirs);
                    stage.behave();
                });

        DropOutcome outcome = visit();

        assertThat(outcome.trouble()).contains(DropTrouble.TEMPORARY);
        assertThat(sent("DELE")).isEqualTo(1);
        assertThat(server.messages()).hasSize(3);
        assertThat(leases.isOurs(theirs)).isTrue();
    }

    @Test
    void aSessionThatIsWantedEndsInTheMiddleOfALongMessage() {
        String line = "x".repeat(998) + "\r\n";
        server.on(
                "RETR 3",
                Play.saysRaw("+OK\r\nSubject: Third\r\n\r\n")
                        .then(stage -> leases.ask(key(), Duration.ofSeconds(10)))
                        .then(Play.endless("", line)));

        DropOutcome outcome = visit();

        assertThat(outcome.trouble()).isEmpty();
        assertThat(outcome.unfinished()).isTrue();
        assertThat(subjects()).containsExactly("First", "Second", "Third");
        assertThat(leases.isHeld(key())).isFalse();
    }
}
