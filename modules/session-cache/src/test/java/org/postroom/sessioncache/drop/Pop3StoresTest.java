package org.postroom.sessioncache.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.MailException.AuthenticationFailed;
import org.postroom.protocol.MailException.ContentGone;
import org.postroom.protocol.MailException.ContentPending;
import org.postroom.protocol.MailException.LoginDelayed;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailStore;
import org.postroom.sessioncache.signin.SignedInSession;
import org.postroom.testing.server.DropMessage;
import org.postroom.testing.server.Play;

@QuarkusTest
class Pop3StoresTest extends Visitors {

    @Inject DropKeeper keeper;
    @Inject DropPlaces places;
    @Inject DropRules rules;

    private MailStore signIn() {
        return stores.open(endpoint(), credentials);
    }

    private void awaitEnd() {
        await(() -> !leases.isHeld(key()));
    }

    @Test
    void aFirstSignInFindsTheNewestHeaders() {
        server.messages(
                IntStream.rangeClosed(1, 60)
                        .mapToObj(i -> DropMessage.of("m" + i, "Number " + i, "Text " + i))
                        .toList());
        signIn();

        assertThat(subjects()).hasSize(60).endsWith("Number 59", "Number 60");
        awaitEnd();
        assertThat(text("Number 1")).contains("Text 1");
        assertThat(sent("PASS") + sent("AUTH")).isEqualTo(1);
    }

    @Test
    void aSlowDropDoesNotHoldUpASignIn() {
        server.on("TOP", Play.stalls());

        try (MailStore store = signIn()) {
            assertThat(store.mailboxes()).isNotEmpty();
            assertThat(subjects()).containsExactly("", "", "");
            assertThat(inbox().filling()).isPresent();
        }
    }

    @Test
    void aLaterSignInDoesNotWaitForTheDropsContents() {
        visit();
        server.on("LIST", Play.stalls());

        signIn();

        assertThat(subjects()).containsExactly("First", "Second", "Third");
    }

    @Test
    void aWrongPasswordIsRefused() {
        server.password("another");

        assertThatThrownBy(this::signIn).isInstanceOf(AuthenticationFailed.class);
        assertThat(rows.find(key())).isEmpty();
    }

    @Test
    void aWrongPasswordIsRefusedToWhoHasBeenHereToo() {
        visit();
        server.password("another");

        assertThatThrownBy(this::signIn).isInstanceOf(AuthenticationFailed.class);
        assertThat(leases.isHeld(key())).isFalse();
    }

    @Test
    void aDropThatIsInUseProvesThePassword() {
        server.capabilities("TOP", "UIDL", "USER").on("PASS", Play.says("-ERR [IN-USE] somebody"));

        try (MailStore store = signIn()) {
            assertThat(store.mailboxes()).isNotEmpty();
        }
        assertThat(drops.state(session()).orElseThrow().trouble()).contains(DropTrouble.IN_USE);
    }

    @Test
    void aServerThatWantsAPauseSaysNothingAboutThePassword() {
        server.on("AUTH", Play.says("-ERR [LOGIN-DELAY] later"));

        assertThatThrownBy(this::signIn).isInstanceOf(LoginDelayed.class);
    }

    @Test
    void aServerWithAProblemIsNotAWrongPassword() {
        server.on("AUTH", Play.says("-ERR [SYS/TEMP] disk"));

        assertThatThrownBy(this::signIn)
                .isInstanceOfSatisfying(
                        ServerUnreachable.class, e -> assertThat(e.retryable()).isTrue());
    }

    @Test
    void whoSignsInElsewhereGetsTheDropFromASessionThatGoesOn() {
        visit();
        List<DropMessage> more =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(i -> DropMessage.of("n" + i, "New " + i, "Text"))
                        .toList();
        server.messages(more);
        server.on("RETR", Play.endless("+OK\r\n", "x".repeat(70) + "\r\n"));
        signIn();
        await(() -> sent("RETR 3") > 3 - 3 && leases.isHeld(key()) && sent("RETR") > 3);
        server.on("RETR", Play.behaves());

        signIn();
        awaitEnd();

        assertThat(text("New 2")).contains("Text");
    }

    @Test
    void aGuessDoesNotEndTheSessionThatGoesOn() {
        server.password("secret");
        server.on("RETR", Play.endless("+OK\r\n", "x".repeat(70) + "\r\n"));
        signIn();
        await(() -> sent("RETR") == 1);
        Credentials guess = new Credentials.Password(credentials.loginName(), "guess");

        assertThatThrownBy(() -> stores.open(endpoint(), guess))
                .isInstanceOf(AuthenticationFailed.class);

        assertThat(contacts.isWith(key(), credentials)).isTrue();
        assertThat(wanted()).isFalse();
        contacts.stop(key());
        awaitEnd();
    }

    private boolean wanted() {
        return database.call(
                        sql ->
                                sql.first(
                                        row -> row.getBoolean(1),
                                        "SELECT wanted_until IS NOT NULL FROM maildrop"
                                                + " WHERE account = ?",
                                        key()))
                .orElseThrow();
    }

    @Test
    void aServerWithoutAWordForALockedDropIsAskedOnceMore() {
        visit();
        DropLease elsewhere = DropLease.wish(key());
        leases.take(elsewhere);
        AtomicBoolean locked = new AtomicBoolean(true);
        server.on(
                "AUTH",
                stage -> {
                    if (locked.getAndSet(false)) {
                        stage.say("-ERR locked");
                        leases.release(elsewhere);
                    } else {
                        stage.behave();
                    }
                });

        try (MailStore store = signIn()) {
            assertThat(store.mailboxes()).isNotEmpty();
        }
        awaitEnd();
    }

    @Test
    void whereNoPlaceIsFreeTheDropIsVisitedLater() {
        List<DropPlaces.Place> taken = new ArrayList<>();
        for (int i = 0; i < rules.perServer(); i++) {
            places.take(endpoint()).ifPresent(taken::add);
        }

        signIn();

        assertThat(taken).hasSize(rules.perServer());
        assertThat(server.received()).last().isEqualTo("QUIT");
        assertThat(leases.isHeld(key())).isFalse();
        taken.forEach(DropPlaces.Place::close);
        assertThat(visit().trouble()).isEmpty();
        assertThat(subjects()).hasSize(3);
    }

    @Test
    void whoIsSignedInNeedsNoDrop() {
        visit();
        int connections = server.connectionCount();

        assertThat(subjects()).hasSize(3);
        assertThat(text("First")).contains("One.");
        assertThat(server.connectionCount()).isEqualTo(connections);
    }

    @Test
    void aMessageThatIsOpenedIsFetchedNext() {
        server.on("RETR", Play.says("-ERR [SYS/TEMP] not now"));
        visit();
        SignedInSession session = session();
        server.on("RETR", Play.behaves());

        keeper.present(session);
        assertThatThrownBy(() -> text("First")).isInstanceOf(ContentPending.class);
        await(() -> isHere("First"));
        keeper.left(session);

        assertThat(text("First")).contains("One.");
        assertThat(server.received().stream().filter(each -> each.startsWith("RETR")).skip(3))
                .startsWith("RETR 1");
    }

    private boolean isHere(String subject) {
        try {
            return !text(subject).isEmpty();
        } catch (ContentPending _) {
            return false;
        }
    }

    @Test
    void whatLeftBeforeItsTextCameIsToldSo() {
        server.on("RETR", Play.says("-ERR [SYS/TEMP] not now"));
        visit();
        server.messages(List.of());
        visit();

        assertThat(subjects()).containsExactly("First", "Second", "Third");
        assertThatThrownBy(() -> text("First")).isInstanceOf(ContentGone.class);
    }

    @Test
    void whatTheServerNeverGivesIsToldSo() {
        server.on("RETR 1", Play.says("-ERR [SYS/PERM] broken"));
        visit();
        visit();
        visit();

        assertThatThrownBy(() -> text("First")).isInstanceOf(ServerRefused.class);
        assertThat(text("Second")).contains("Two");
    }

    @Test
    void aStrangersTriesLeaveNothingBehind() {
        server.password("another");
        Duration patience = Duration.ofSeconds(5);

        assertThatThrownBy(this::signIn).isInstanceOf(AuthenticationFailed.class);

        assertThat(rows.untilNext(key())).isLessThan(patience);
        assertThat(
                        database.<List<Boolean>>call(
                                sql ->
                                        sql.all(
                                                _ -> true,
                                                "SELECT 1 FROM mail_account WHERE account = ?",
                                                key())))
                .isEmpty();
    }
}
