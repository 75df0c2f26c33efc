package org.postroom.sessioncache.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.sessioncache.signin.SignInDecision.Allowed;
import org.postroom.sessioncache.signin.SignInDecision.Refused;

@QuarkusTest
class SignInLimitsTest {

    private static final ClientNetwork HERE = new ClientNetwork("203.0.113.0/24");
    private static final ClientNetwork THERE = new ClientNetwork("198.51.100.0/24");

    @Inject EntityManager database;

    @BeforeEach
    void forgetEverything() {
        run("DELETE FROM sign_in_bucket");
        run("DELETE FROM sign_in_failures");
    }

    @Test
    void aNetworkHasItsSignInsAMinuteAndNoMore() {
        SignInRules rules = new SignInRules(3, 0, 0);
        for (int i = 0; i < 3; i++) {
            assertThat(check(rules, HERE, "person " + i)).isInstanceOf(Allowed.class);
        }

        assertThat(seconds(check(rules, HERE, "one more"))).isBetween(1L, 20L);
        assertThat(check(rules, THERE, "one more")).isInstanceOf(Allowed.class);
    }

    @Test
    void aBucketDrainsWithTime() {
        SignInRules rules = new SignInRules(3, 0, 0);
        for (int i = 0; i < 4; i++) {
            check(rules, HERE, "kim");
        }
        run("UPDATE sign_in_bucket SET drained_at = drained_at - interval '20 seconds'");

        assertThat(check(rules, HERE, "kim")).isInstanceOf(Allowed.class);
        assertThat(check(rules, HERE, "kim")).isInstanceOf(Refused.class);
    }

    @Test
    void aRestedBucketHoldsAMinutesWorthAndNoMore() {
        SignInRules rules = new SignInRules(3, 0, 0);
        check(rules, HERE, "kim");
        run("UPDATE sign_in_bucket SET drained_at = now() - interval '1 day'");
        for (int i = 0; i < 3; i++) {
            assertThat(check(rules, HERE, "kim")).isInstanceOf(Allowed.class);
        }

        assertThat(check(rules, HERE, "kim")).isInstanceOf(Refused.class);
    }

    @Test
    void allNetworksTogetherHaveALimitToo() {
        SignInRules rules = new SignInRules(0, 0, 2);
        check(rules, HERE, "kim");
        check(rules, THERE, "kim");

        assertThat(check(rules, new ClientNetwork("192.0.2.0/24"), "kim"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void zeroSwitchesALimitOff() {
        SignInRules rules = new SignInRules(0, 0, 0);
        for (int i = 0; i < 100; i++) {
            assertThat(check(rules, HERE, "kim")).isInstanceOf(Allowed.class);
        }
    }

    @Test
    void afterFiveFailuresThereIsAPauseForThisAccountFromThisNetworkOnly() {
        fail(5);

        assertThat(seconds(check(failures(), HERE, "kim"))).isBetween(50L, 60L);
        assertThat(check(failures(), HERE, " ＫＩＭ")).isInstanceOf(Refused.class);
        assertThat(check(failures(), THERE, "kim")).isInstanceOf(Allowed.class);
        assertThat(check(failures(), HERE, "somebody else")).isInstanceOf(Allowed.class);
    }

    @Test
    void thePauseDoublesUpToAQuarterOfAnHour() {
        fail(5);
        for (long expected : List.of(120, 240, 480, 900, 900)) {
            afterThePause();
            assertThat(check(failures(), HERE, "kim")).isInstanceOf(Allowed.class);
            assertThat(seconds(check(failures(), HERE, "kim"))).isBetween(expected - 10, expected);
        }
    }

    @Test
    void anHourOfPeaceForgetsFailures() {
        fail(5);
        run("UPDATE sign_in_failures SET last_at = last_at - interval '61 minutes'");
        fail(5);

        assertThat(check(failures(), HERE, "kim")).isInstanceOf(Refused.class);
    }

    @Test
    void successForgetsFailures() {
        fail(4);
        Allowed allowed = (Allowed) check(failures(), HERE, "kim");
        tell(limits -> limits.succeeded(allowed.attempt()));

        fail(5);
    }

    @Test
    void aServerThatGaveNoAnswerCountsForNothing() {
        for (int i = 0; i < 20; i++) {
            Allowed allowed = (Allowed) check(failures(), HERE, "kim");
            tell(limits -> limits.unanswered(allowed.attempt()));
        }

        fail(5);
    }

    @Test
    void fiftyAtOnceAreAsLimitedAsOneAfterTheOther() throws Exception {
        List<Future<SignInDecision>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                all.add(threads.submit(() -> check(new SignInRules(30, 5, 600), HERE, "kim")));
            }
        }
        int allowed = 0;
        for (Future<SignInDecision> each : all) {
            allowed += each.get() instanceof Allowed ? 1 : 0;
        }

        assertThat(allowed).isEqualTo(5);
    }

    @Test
    void fiftyAtOnceFillOneBucketNoHigherThanItIs() throws Exception {
        List<Future<SignInDecision>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                String name = "person " + i;
                all.add(threads.submit(() -> check(new SignInRules(2, 0, 0), HERE, name)));
            }
        }
        int allowed = 0;
        for (Future<SignInDecision> each : all) {
            allowed += each.get() instanceof Allowed ? 1 : 0;
        }

        assertThat(allowed).isEqualTo(2);
    }

    @Test
    void theCleanUpDeletesOldCountersOnly() {
        fail(5);
        check(new SignInRules(3, 0, 0), HERE, "kim");
        assertThat(in(failures(), SignInLimits::expire)).isZero();

        run("UPDATE sign_in_failures SET last_at = last_at - interval '61 minutes'");
        run("UPDATE sign_in_bucket SET drained_at = drained_at - interval '1 minute'");
        assertThat(in(failures(), SignInLimits::expire)).isEqualTo(2);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(check(failures(), HERE, "kim")).isInstanceOf(Allowed.class);
        }
    }

    private void afterThePause() {
        run("UPDATE sign_in_failures SET last_at = last_at - interval '15 minutes'");
    }

    private static SignInRules failures() {
        return new SignInRules(0, 5, 0);
    }

    private SignInDecision check(SignInRules rules, ClientNetwork network, String name) {
        return in(rules, limits -> limits.check(network, name));
    }

    private static long seconds(SignInDecision decision) {
        return ((Refused) decision).retryAfter().toSeconds();
    }

    private <T> T in(SignInRules rules, Function<SignInLimits, T> work) {
        return QuarkusTransaction.requiringNew()
                .call(() -> work.apply(new SignInLimits(rules, database)));
    }

    private void tell(Consumer<SignInLimits> work) {
        SignInLimits limits = new SignInLimits(failures(), database);
        QuarkusTransaction.requiringNew().run(() -> work.accept(limits));
    }

    private void run(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).executeUpdate());
    }
}
