package org.postroom.sessioncache.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.Credentials.Password;
import org.postroom.protocol.MailException.AuthenticationFailed;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.NoSuchMessage;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.Quota;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.UidValidity;
import org.postroom.sessioncache.signin.CsrfSecret;
import org.postroom.sessioncache.signin.SessionId;
import org.postroom.sessioncache.signin.SignedInSession;

class StoreLeasesTest {

    private static final ServerEndpoint ENDPOINT =
            new ServerEndpoint(Protocol.IMAP, "mail.example", 993, Security.TLS);
    private static final ServerEndpoint OTHER =
            new ServerEndpoint(Protocol.IMAP, "other.example", 993, Security.TLS);
    private static final MailboxName INBOX = MailboxName.inbox('/');
    private static final MailboxName SENT = new MailboxName("Sent", '/');

    private final PlayedServer server = new PlayedServer();
    private final AtomicLong now = new AtomicLong();
    private final StoreLeases leases = leases(LeaseRules.DEFAULT);
    private final SignedInSession kim = session("one", "kim", "secret");

    @AfterEach
    void logOut() {
        leases.shutdown();
    }

    @Test
    void oneConnectionServesOneRequestAfterTheOther() {
        for (int i = 0; i < 10; i++) {
            leases.read(kim, MailStore::quota);
            leases.write(kim, INBOX, MailStore::quota);
        }

        assertThat(server.logins()).isEqualTo(1);
        assertThat(leases.numbers()).isEqualTo(new LeaseNumbers(1, 0, 0, 1, 0));
    }

    @Test
    void theConnectionOfASignInIsTheFirstInThePool() {
        leases.adopt(kim, leases.open(ENDPOINT, kim.credentials()));
        leases.read(kim, MailStore::quota);

        assertThat(server.logins()).isEqualTo(1);
    }

    @Test
    void aSignInAlwaysAsksTheServer() {
        leases.read(kim, MailStore::quota);

        assertThatThrownBy(() -> leases.open(ENDPOINT, new Password("kim", "wrong")))
                .isInstanceOf(AuthenticationFailed.class);
        leases.open(ENDPOINT, kim.credentials());
        assertThat(server.logins()).isEqualTo(2);
    }

    @Test
    void aWrongPasswordNeverGetsInOverAnOpenConnection() {
        leases.read(kim, MailStore::quota);
        SignedInSession thief = session("two", "kim", "wrong");

        assertThatThrownBy(() -> leases.read(thief, MailStore::quota))
                .isInstanceOf(AuthenticationFailed.class);
    }

    @Test
    void theSameNameOnAnotherServerIsSomebodyElse() {
        leases.read(kim, MailStore::quota);
        leases.read(session(OTHER, "two", "kim", "secret"), MailStore::quota);

        assertThat(server.connections)
                .extracting(connection -> connection.endpoint)
                .containsExactly(ENDPOINT, OTHER);
    }

    @Test
    void twoPasswordsOfOneAccountNeverShareAConnection() throws Exception {
        SignedInSession device = session("two", "kim", "secret of a device");
        inParallel(
                50,
                i -> {
                    SignedInSession session = i % 2 == 0 ? kim : device;
                    for (int round = 0; round < 20; round++) {
                        PlayedServer.Connection used = leases.read(session, this::usedConnection);
                        assertThat(used.credentials).isEqualTo(session.credentials());
                    }
                });

        assertThat(server.openAtMost).hasValue(2);
    }

    @Test
    void fiftyRequestsAtOnceShareTwoConnections() throws Exception {
        AtomicInteger done = new AtomicInteger();
        inParallel(
                50,
                _ -> {
                    for (int round = 0; round < 20; round++) {
                        leases.read(kim, MailStore::quota);
                        leases.write(kim, MailStore::quota);
                        done.addAndGet(2);
                    }
                });

        assertThat(done).hasValue(2000);
        assertThat(server.openAtMost.get()).isLessThanOrEqualTo(2);
        assertThat(server.logins()).isLessThanOrEqualTo(2);
    }

    @Test
    void whoWaitsTooLongIsToldThatTheServerIsBusy() throws Exception {
        StoreLeases impatient = leases(rules(1, 64, Duration.ofMillis(20)));
        whileLent(
                impatient,
                kim,
                () ->
                        assertThatThrownBy(() -> impatient.read(kim, MailStore::quota))
                                .isInstanceOfSatisfying(
                                        ServerUnreachable.class,
                                        e -> assertThat(e.reason()).isEqualTo(Reason.BUSY)));

        impatient.read(kim, MailStore::quota);
        assertThat(server.logins()).isEqualTo(1);
    }

    @Test
    void aServerWithoutFreePlacesDoesNotHarmAnother() throws Exception {
        StoreLeases small = leases(rules(2, 1, Duration.ofMillis(20)));
        SignedInSession sam = session("two", "sam", "secret");
        SignedInSession elsewhere = session(OTHER, "three", "sam", "secret");
        whileLent(
                small,
                kim,
                () -> {
                    assertThatThrownBy(() -> small.read(sam, MailStore::quota))
                            .isInstanceOf(ServerUnreachable.class);
                    small.read(elsewhere, MailStore::quota);
                });
        small.read(sam, MailStore::quota);
    }

    @Test
    void signInsDoNotWaitForTheRequestsOfThoseWhoAreIn() throws Exception {
        StoreLeases small = leases(rules(1, 1, Duration.ofMillis(20)));
        whileLent(small, kim, () -> small.open(ENDPOINT, kim.credentials()));

        assertThat(server.logins()).isEqualTo(2);
    }

    @Test
    void aReadOnALostConnectionIsRepeatedOnceOnANewOne() {
        leases.read(kim, MailStore::quota);
        server.restart();
        AtomicInteger times = new AtomicInteger();
        leases.read(
                kim,
                store -> {
                    times.incrementAndGet();
                    return store.quota();
                });

        assertThat(times).hasValue(2);
        assertThat(server.logins()).isEqualTo(2);
    }

    @Test
    void aReadIsNotRepeatedTwice() {
        AtomicInteger times = new AtomicInteger();

        assertThatThrownBy(() -> leases.read(kim, store -> lost(store, times, false)))
                .isInstanceOf(ConnectionLost.class);
        assertThat(times).hasValue(2);
        assertThat(server.openNow).hasValue(0);
    }

    @Test
    void aReadThatTheServerLeftWithoutAnAnswerIsNotRepeated() {
        AtomicInteger times = new AtomicInteger();

        assertThatThrownBy(() -> leases.read(kim, store -> lost(store, times, true)))
                .isInstanceOf(ConnectionLost.class);
        assertThat(times).hasValue(1);
    }

    @Test
    void aWriteIsNeverRepeated() {
        AtomicInteger times = new AtomicInteger();

        assertThatThrownBy(() -> leases.write(kim, store -> lost(store, times, false)))
                .isInstanceOf(ConnectionLost.class);
        assertThat(times).hasValue(1);
    }

    @Test
    void aWriteDoesNotFailBecauseAConnectionDiedWhileItWasIdle() {
        leases.read(kim, MailStore::quota);
        server.restart();
        now.addAndGet(Duration.ofSeconds(21).toNanos());
        leases.write(kim, MailStore::quota);

        assertThat(server.logins()).isEqualTo(2);
        assertThat(server.connections.getFirst().commands).hasValue(1);
    }

    @Test
    void aConnectionThatWasUsedJustNowIsNotAskedWhetherItLives() {
        leases.write(kim, MailStore::quota);
        leases.write(kim, MailStore::quota);
        now.addAndGet(Duration.ofSeconds(21).toNanos());
        leases.read(kim, MailStore::quota);
        leases.write(kim, MailStore::quota);

        assertThat(server.connections.getFirst().questionsWhetherAlive).hasValue(0);
    }

    @Test
    void aFailureThatIsAnAnswerKeepsTheConnection() {
        server.nextFailures.add(new NoSuchMessage("Gone"));
        assertThatThrownBy(() -> leases.read(kim, MailStore::quota))
                .isInstanceOf(NoSuchMessage.class);
        leases.read(kim, MailStore::quota);

        assertThat(server.logins()).isEqualTo(1);
    }

    @Test
    void afterAnUnknownFailureNobodyUsesTheConnectionAgain() {
        server.nextFailures.add(new IllegalStateException("What now?"));
        assertThatThrownBy(() -> leases.read(kim, MailStore::quota))
                .isInstanceOf(IllegalStateException.class);
        assertThat(server.openNow).hasValue(0);
        leases.read(kim, MailStore::quota);

        assertThat(server.logins()).isEqualTo(2);
    }

    @Test
    void aFailureOfTheBorrowersOwnKeepsTheConnection() {
        assertThatThrownBy(() -> leases.read(kim, _ -> List.of().getFirst()))
                .isInstanceOf(NoSuchElementException.class);
        leases.read(kim, MailStore::quota);

        assertThat(server.logins()).isEqualTo(1);
    }

    @Test
    void aFailureThatTheBorrowerSwallowsEndsTheConnectionAllTheSame() {
        MessageRefs all = new MessageRefs(INBOX, new UidValidity(1), UidSet.parse("1:9"));
        leases.write(kim, store -> store.move(all, SENT));
        leases.write(kim, MailStore::quota);

        assertThat(server.logins()).isEqualTo(2);
        assertThat(server.openNow).hasValue(1);
    }

    @Test
    void aConnectionThatTheBorrowerClosedIsNotKept() {
        leases.read(
                kim,
                store -> {
                    store.close();
                    return true;
                });
        leases.write(kim, MailStore::quota);

        assertThat(server.logins()).isEqualTo(2);
    }

    @Test
    void aStoreIsOfNoUseAfterItsLease() {
        MailStore kept = leases.read(kim, store -> store);

        assertThatThrownBy(kept::quota).isInstanceOf(IllegalStateException.class);
        assertThat(server.connections.getFirst().commands).hasValue(0);
    }

    @Test
    void theConnectionThatHasTheMailboxSelectedIsPreferred() throws Exception {
        PlayedServer.Connection sent = leases.read(kim, SENT, this::usedConnection);
        whileLent(leases, kim, () -> leases.read(kim, INBOX, MailStore::quota));
        PlayedServer.Connection inbox = server.connections.get(1);

        for (int i = 0; i < 5; i++) {
            assertThat((Object) leases.read(kim, INBOX, this::usedConnection)).isSameAs(inbox);
            assertThat((Object) leases.read(kim, SENT, this::usedConnection)).isSameAs(sent);
        }
        assertThat(server.logins()).isEqualTo(2);
    }

    @Test
    void idleConnectionsAreClosedAndTheOthersStay() throws Exception {
        leases.read(kim, MailStore::quota);
        now.addAndGet(Duration.ofMinutes(3).toNanos());
        leases.sweep();
        leases.read(kim, MailStore::quota);
        assertThat(server.logins()).isEqualTo(1);

        now.addAndGet(LeaseRules.DEFAULT.idleAtMost().toNanos());
        leases.sweep();
        server.connections.getFirst().closed.await();
        assertThat(leases.numbers().idle()).isZero();
    }

    @Test
    void signingOutClosesTheConnections() throws Exception {
        leases.read(kim, MailStore::quota);
        leases.evictAll(kim);

        server.connections.getFirst().closed.await();
        assertThat(leases.numbers().idle()).isZero();
    }

    @Test
    void signingOutLeavesWhatAnotherSessionUses() throws Exception {
        SignedInSession phone = session("phone", "kim", "secret");
        leases.read(kim, MailStore::quota);
        leases.read(phone, MailStore::quota);
        leases.evictAll(kim);
        leases.read(phone, MailStore::quota);
        assertThat(server.logins()).isEqualTo(1);

        leases.evictAll(phone);
        server.connections.getFirst().closed.await();
    }

    @Test
    void endingASessionThatHasNoConnectionsHarmsNobodyElse() {
        SignedInSession phone = session("phone", "kim", "secret");
        leases.evictAll(kim);
        leases.read(phone, MailStore::quota);
        leases.evictAll(kim);
        leases.evictAll(kim);
        leases.read(phone, MailStore::quota);
        assertThat(server.logins()).isEqualTo(1);
    }

    @Test
    void aConnectionThatIsLentDuringTheSignOutIsNotKept() throws Exception {
        whileLent(leases, kim, () -> leases.evictAll(kim));

        server.connections.getFirst().closed.await();
        assertThat(leases.numbers().idle()).isZero();
    }

    @Test
    void aDeadServerIsLeftAloneForAWhileAndOthersAreNot() {
        for (int i = 0; i < 5; i++) {
            server.nextAnswers.add(new ServerUnreachable(Reason.REFUSED, "No", null));
        }
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> leases.read(kim, MailStore::quota))
                    .isInstanceOf(ServerUnreachable.class);
        }

        assertThatThrownBy(() -> leases.read(kim, MailStore::quota))
                .isInstanceOfSatisfying(
                        ServerUnreachable.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
        leases.read(session(OTHER, "two", "kim", "secret"), MailStore::quota);
        assertThat(server.logins()).isEqualTo(1);
    }

    @Test
    void wrongPasswordsDoNotMakeAServerCountAsDead() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> leases.open(ENDPOINT, new Password("kim", "wrong")))
                    .isInstanceOf(AuthenticationFailed.class);
        }

        leases.read(kim, MailStore::quota);
    }

    @Test
    void noServerIsAskedInsideATransaction() {
        StoreLeases inTransaction =
                new StoreLeases(server, LeaseRules.DEFAULT, () -> true, now::get, List.of());

        assertThatThrownBy(() -> inTransaction.read(kim, MailStore::quota))
                .isInstanceOf(IllegalStateException.class);
        assertThat(server.logins()).isZero();
    }

    @Test
    void theEndLogsOutEverywhere() {
        leases.read(kim, MailStore::quota);
        leases.read(session("two", "sam", "secret"), MailStore::quota);
        leases.shutdown();

        assertThat(server.openNow).hasValue(0);
    }

    private StoreLeases leases(LeaseRules rules) {
        return new StoreLeases(server, rules, () -> false, now::get, List.of());
    }

    private static LeaseRules rules(int perAccount, int perServer, Duration patience) {
        LeaseRules usual = LeaseRules.DEFAULT;
        return new LeaseRules(
                perAccount, perServer, patience, usual.idleAtMost(), usual.trustedIdle());
    }

    private static SignedInSession session(String id, String loginName, String password) {
        return session(ENDPOINT, id, loginName, password);
    }

    private static SignedInSession session(
            ServerEndpoint endpoint, String id, String loginName, String password) {
        return new SignedInSession(
                new SessionId(id),
                AccountId.of(endpoint, loginName),
                endpoint,
                true,
                loginName + "@example.org",
                Instant.EPOCH,
                false,
                new Password(loginName, password),
                CsrfSecret.ofPreSession(id));
    }

    /** The connection behind a store: the one that has just got a command more. */
    private PlayedServer.Connection usedConnection(MailStore store) {
        store.quota();
        return server.connections.stream()
                .filter(connection -> store.toString().equals(connection.toString()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Quota> lost(MailStore store, AtomicInteger times, boolean timedOut) {
        times.incrementAndGet();
        server.nextFailures.add(new ConnectionLost(timedOut, "Gone", null));
        return store.quota();
    }

    private interface Step {
        void run(int number) throws Exception;
    }

    private static void inParallel(int threads, Step step) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++) {
                int number = i;
                all.add(
                        executor.submit(
                                () -> {
                                    step.run(number);
                                    return number;
                                }));
            }
        }
        for (Future<?> each : all) {
            each.get();
        }
    }

    /** Does something while another thread holds a connection of the session. */
    private static void whileLent(StoreLeases leases, SignedInSession session, Runnable work)
            throws Exception {
        CountDownLatch lent = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> holder = executor.submit(() -> leases.read(session, _ -> hold(lent, enough)));
            lent.await();
            try {
                work.run();
            } finally {
                enough.countDown();
            }
            holder.get();
        }
    }

    private static boolean hold(CountDownLatch lent, CountDownLatch enough) {
        lent.countDown();
        try {
            enough.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }
}
