package org.postroom.sessioncache.drop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Credentials;
import org.postroom.sessioncache.signin.SignedInSession;
import org.postroom.testing.server.DropMessage;
import org.postroom.testing.server.Play;

@QuarkusTest
class DropKeeperTest extends Visitors {

    @Inject DropKeeper keeper;

    private Optional<SignedInSession> there = Optional.empty();

    private SignedInSession come() {
        SignedInSession session = session();
        there = Optional.of(session);
        keeper.present(session);
        return session;
    }

    @AfterEach
    void leave() {
        there.ifPresent(keeper::left);
    }

    private void due() {
        rows.isDue(key());
    }

    @Test
    void whoIsThereGetsTheMail() {
        come();

        await(() -> subjects().size() == 3);
    }

    @Test
    void aCheckComesAtOnce() {
        SignedInSession session = come();
        await(() -> rows.find(key()).filter(row -> row.lastContact != null).isPresent());
        server.messages(DropMessage.of("new", "New", "Text"));

        drops.checkNow(session);

        await(() -> subjects().contains("New"));
    }

    @Test
    void whoSignsOutIsWorkedForNoMore() {
        SignedInSession session = come();
        await(() -> sent("QUIT") == 1);
        keeper.left(session);
        there = Optional.empty();
        due();
        int connections = server.connectionCount();

        keeper.hurry(account());

        assertThat(server.connectionCount()).isEqualTo(connections);
    }

    @Test
    void aSessionThatHasEndedElsewhereIsWorkedForNoMore() {
        SignedInSession session = come();
        await(() -> sent("QUIT") == 1);
        sessions.close(session);
        int connections = server.connectionCount();

        drops.checkNow(session);
        keeper.left(session);

        assertThat(server.connectionCount()).isEqualTo(connections);
    }

    @Test
    void aPasswordThatIsRefusedForCertainEndsTheSession() {
        server.password("another");
        SignedInSession session = come();

        await(() -> !sessions.isAlive(session));
        assertThat(drops.state(session).orElseThrow().trouble()).contains(DropTrouble.REFUSED);
        assertThat(sent("AUTH")).isEqualTo(1);
    }

    @Test
    void aSessionWithThePasswordOfBeforeEndsThoughAnotherIsSeenLast() {
        server.password("changed");
        SignedInSession old = session();
        SignedInSession now = session(new Credentials.Password(credentials.loginName(), "changed"));
        there = Optional.of(now);
        keeper.present(old);
        keeper.present(now);

        await(
                () -> {
                    drops.checkNow(now);
                    return !sessions.isAlive(old);
                });

        assertThat(sessions.isAlive(now)).isTrue();
        keeper.left(old);
    }

    @Test
    void aPlainNoEndsItAfterThreeTimes() {
        server.capabilities("TOP", "UIDL", "USER").on("PASS", Play.says("-ERR no"));
        SignedInSession session = come();
        await(() -> sent("PASS") == 1);
        assertThat(sessions.isAlive(session)).isTrue();

        for (int i = 2; i <= 3; i++) {
            await(() -> !leases.isHeld(key()) && rows.failures(key()) > 0);
            drops.checkNow(session);
            int times = i;
            await(() -> sent("PASS") == times);
        }

        await(() -> !sessions.isAlive(session));
    }

    @Test
    void troubleIsToldAndGoes() {
        server.capabilities("TOP", "UIDL", "USER").on("PASS", Play.says("-ERR [IN-USE] somebody"));
        SignedInSession session = come();
        await(() -> trouble(session).equals(Optional.of(DropTrouble.IN_USE)));
        assertThat(drops.state(session).orElseThrow().troubleSince()).isPresent();
        assertThat(drops.state(session).orElseThrow().nextContact()).isPresent();

        server.on("PASS", Play.behaves());
        await(() -> !leases.isHeld(key()));
        drops.checkNow(session);

        await(() -> trouble(session).isEmpty() && subjects().size() == 3);
    }

    private Optional<DropTrouble> trouble(SignedInSession session) {
        return drops.state(session).flatMap(DropState::trouble);
    }

    @Test
    void aServerThatWantsAPauseGetsIt() {
        server.on("AUTH", Play.says("-ERR [LOGIN-DELAY] later"));
        SignedInSession session = come();
        await(() -> trouble(session).equals(Optional.of(DropTrouble.LOGIN_DELAY)));

        drops.checkNow(session);

        assertThat(rows.untilNext(key())).isGreaterThan(Duration.ofSeconds(20));
    }

    @Test
    void twoReplicasNeverMeetAtTheDrop() {
        DropLease other = DropLease.wish(key());
        local.open(account());
        rows.ensure(key());
        leases.take(other);

        SignedInSession session = come();
        drops.checkNow(session);
        assertThat(server.connectionCount()).isZero();
        leases.release(other);

        await(() -> subjects().size() == 3);
    }
}
