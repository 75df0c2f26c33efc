package org.postroom.sessioncache.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.protocol.Credentials.BearerToken;

@QuarkusTest
class SessionsTest {

    @Inject Sessions sessions;
    @Inject EntityManager database;

    @Test
    void aCookieOpensItsSession() {
        OpenedSession opened = sessions.open(People.signIn("kim"));

        assertThat(sessions.find(opened.cookieValue())).contains(opened.session());
        assertThat(opened.cookieMaxAge()).isEmpty();
        assertThat(opened.session().account().loginName()).isEqualTo("kim");
    }

    @Test
    void aTokenIsKeptAsWellAsAPassword() {
        BearerToken token = new BearerToken("kim", "ünï-token");
        OpenedSession opened = sessions.open(People.signIn(People.ENDPOINT, token));

        assertThat(sessions.find(opened.cookieValue()).orElseThrow().credentials())
                .isEqualTo(token);
    }

    @Test
    void twoSignInsOfOnePersonHaveNothingInCommon() {
        OpenedSession one = sessions.open(People.signIn("kim"));
        OpenedSession other = sessions.open(People.signIn("kim"));

        assertThat(other.cookieValue()).isNotEqualTo(one.cookieValue());
        assertThat(other.session().id()).isNotEqualTo(one.session().id());
        assertThat(other.session().csrf()).isNotEqualTo(one.session().csrf());
    }

    @Test
    void aClosedSessionIsGoneFromTheDatabase() {
        OpenedSession opened = sessions.open(People.signIn("kim"));
        sessions.close(opened.session());

        assertThat(sessions.find(opened.cookieValue())).isEmpty();
        assertThat(rows(opened)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "null", "AAAA", "§", "a b", "%00", "AAAA=", "\u0000"})
    void aValueThatIsNoCookieOpensNothing(String value) {
        assertThat(sessions.find(value)).isEmpty();
        assertThat(sessions.find(value + "A".repeat(86 - value.length()))).isEmpty();
    }

    @Test
    void everyCharacterOfTheCookieMatters() {
        OpenedSession opened = sessions.open(People.signIn("kim"));
        for (int i = 0; i < opened.cookieValue().length(); i++) {
            char[] changed = opened.cookieValue().toCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';

            assertThat(sessions.find(new String(changed))).isEmpty();
        }
    }

    @Test
    void theDatabaseHoldsNeitherTheCookieNorThePassword() {
        OpenedSession opened = sessions.open(People.signIn("kim"));
        String row =
                query(
                        "SELECT row_to_json(s)::text || encode(s.sealed, 'escape') FROM session s"
                                + " WHERE id = '"
                                + opened.session().id()
                                + "'");

        assertThat(row).contains("kim@example.org").doesNotContain("the password");
        assertThat(row).doesNotContain(opened.cookieValue().substring(0, 42));
        assertThat(row).doesNotContain(opened.cookieValue().substring(44));
    }

    @Test
    void whatIsSealedForOneSessionOpensInNoOther() {
        OpenedSession kim = sessions.open(People.signIn("kim"));
        OpenedSession eve = sessions.open(People.signIn("eve"));
        change(
                eve,
                "sealed = (SELECT sealed FROM session WHERE id = '" + kim.session().id() + "')");

        assertThat(sessions.find(eve.cookieValue())).isEmpty();
        assertThat(sessions.find(kim.cookieValue())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login_name = 'eve'",
                "host = 'evil.example'",
                "port = 143",
                "security = 'NONE'",
                "protocol = 'POP3'"
            })
    void aRowThatSomebodyChangedOpensNothing(String change) {
        OpenedSession opened = sessions.open(People.signIn("kim"));
        change(opened, change);

        assertThat(sessions.find(opened.cookieValue())).isEmpty();
    }

    @Test
    void thirtyMinutesWithoutUseEndASession() {
        OpenedSession opened = sessions.open(People.signIn("kim"));
        change(opened, "last_used_at = now() - interval '29 minutes'");
        assertThat(sessions.find(opened.cookieValue())).isPresent();

        change(opened, "last_used_at = now() - interval '31 minutes'");
        assertThat(sessions.find(opened.cookieValue())).isEmpty();
    }

    @Test
    void twelveHoursEndASessionThatIsInUse() {
        OpenedSession opened = sessions.open(People.signIn("kim"));
        change(opened, "signed_in_at = now() - interval '721 minutes'");

        assertThat(sessions.find(opened.cookieValue())).isEmpty();
    }

    @Test
    void whoStaysSignedInStaysForThirtyDays() {
        OpenedSession opened = sessions.open(People.staying("kim"));
        assertThat(opened.cookieMaxAge()).contains(Duration.ofDays(30));

        change(
                opened,
                "signed_in_at = now() - interval '29 days', last_used_at = now() - interval '20 days'");
        assertThat(sessions.find(opened.cookieValue())).isPresent();

        change(opened, "signed_in_at = now() - interval '31 days'");
        assertThat(sessions.find(opened.cookieValue())).isEmpty();
    }

    @Test
    void useIsWrittenDownAtMostOnceAMinute() {
        OpenedSession opened = sessions.open(People.signIn("kim"));
        String lastUsed = "SELECT last_used_at::text FROM session WHERE id = '%s'";
        String query = lastUsed.formatted(opened.session().id());
        String before = query(query);
        sessions.find(opened.cookieValue());
        assertThat(query(query)).isEqualTo(before);

        change(opened, "last_used_at = now() - interval '61 seconds'");
        sessions.find(opened.cookieValue());
        assertThat(query(query)).isGreaterThanOrEqualTo(before);
    }

    @Test
    void theCleanUpDeletesWhatHasEndedAndNothingElse() {
        OpenedSession ended = sessions.open(People.signIn("kim"));
        OpenedSession alive = sessions.open(People.signIn("kim"));
        change(ended, "last_used_at = now() - interval '31 minutes'");

        assertThat(sessions.expire()).isPositive();
        assertThat(rows(ended)).isZero();
        assertThat(rows(alive)).isOne();
    }

    @Test
    void aSessionOutlivesOneChangeOfTheOperatorsSecretButNotTwo() {
        byte[] first = secret(1);
        byte[] second = secret(2);
        byte[] third = secret(3);
        Sessions before = new Sessions(new OperatorSecret(first, Optional.empty()));
        Sessions meanwhile = new Sessions(new OperatorSecret(second, Optional.of(first)));
        Sessions after = new Sessions(new OperatorSecret(third, Optional.of(second)));
        String cookie = inTransaction(() -> before.open(People.signIn("kim"))).cookieValue();

        assertThat(inTransaction(() -> after.find(cookie))).isEmpty();
        assertThat(inTransaction(() -> meanwhile.find(cookie))).isPresent();
    }

    @Test
    void noTextFormHoldsASecret() {
        AcceptedSignIn signIn = People.signIn("kim");
        OpenedSession opened = sessions.open(signIn);

        assertThat(signIn + " " + opened + " " + opened.session() + opened.session().csrf())
                .doesNotContain("password of", "kim", opened.cookieValue());
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private static byte[] secret(int value) {
        byte[] secret = new byte[OperatorSecret.MIN_LENGTH];
        Arrays.fill(secret, (byte) value);
        return secret;
    }

    private void change(OpenedSession session, String assignment) {
        String statement =
                "UPDATE session SET " + assignment + " WHERE id = '" + session.session().id() + "'";
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).executeUpdate());
    }

    private long rows(OpenedSession session) {
        return Long.parseLong(
                query("SELECT count(*) FROM session WHERE id = '" + session.session().id() + "'"));
    }

    private String query(String statement) {
        return inTransaction(
                () -> String.valueOf(database.createNativeQuery(statement).getSingleResult()));
    }
}
