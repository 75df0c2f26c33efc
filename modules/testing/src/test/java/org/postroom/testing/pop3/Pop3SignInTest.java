package org.postroom.testing.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.protocol.Capability;
import org.postroom.protocol.Credentials.BearerToken;
import org.postroom.protocol.Credentials.Password;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.Maildrop;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.testing.server.Play;

/** How a session begins, on servers of all kinds. */
class Pop3SignInTest extends ScriptedDrops {

    private static final String APOP_GREETING = "+OK ready <1896.697170952@dbc.mtview.ca.us>";

    @ParameterizedTest
    @ValueSource(strings = {"* OK IMAP4 ready", "220 smtp.example.org", "", "HTTP/1.1 400 Bad"})
    void whatIsNoMailServerIsRefused(String greeting) {
        server.greeting(Play.says(greeting));

        assertUnreachable(this::open, Reason.NOT_USABLE);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aGreetingWithoutEndIsNoGreeting() {
        server.greeting(Play.endless("+OK ", "welcome "));

        assertUnreachable(this::open, Reason.NOT_USABLE);
    }

    @Test
    void capabilitiesWithoutEndAreNone() {
        server.on("CAPA", Play.endless("+OK\r\n", "X-MORE\r\n"));

        assertUnreachable(this::open, Reason.NOT_USABLE);
    }

    @Test
    void aSilentServerIsGivenUp() {
        server.greeting(Play.stalls());

        assertUnreachable(this::open, Reason.TIMED_OUT);
    }

    @Test
    void silenceAfterThePasswordIsNotARefusal() {
        server.on("CAPA", Play.says("-ERR")).on("PASS", Play.stalls());

        assertUnreachable(this::open, Reason.TIMED_OUT);
    }

    @Test
    void aConnectionCutAfterThePasswordIsNotARefusal() {
        server.on("CAPA", Play.says("-ERR")).on("PASS", Play.cuts());

        assertThatThrownBy(this::open).isInstanceOf(ServerUnreachable.class);
    }

    @Test
    void aNoAsGreetingMeansBusy() {
        server.greeting(Play.says("-ERR too many connections"));

        assertUnreachable(this::open, Reason.BUSY);
    }

    @Test
    void aNoAsGreetingMayHaveAReason() {
        server.greeting(Play.says("-ERR [SYS/PERM] moved away"));

        assertThat(answer()).isEqualTo(new DropAnswer.Unavailable(true));
    }

    @Test
    void withoutStlsNoPasswordIsSent() {
        assertUnreachable(
                () -> answer(Security.STARTTLS, new Password("ines", "secret")), Reason.NOT_USABLE);

        assertThat(server.received()).containsExactly("CAPA");
    }

    @Test
    void aRefusedStlsSendsNoPassword() {
        server.on("CAPA", Play.says("-ERR what"));

        assertUnreachable(
                () -> answer(Security.STARTTLS, new Password("ines", "secret")), Reason.NOT_USABLE);

        assertThat(server.received()).containsExactly("CAPA", "STLS");
    }

    @Test
    void whatIsSaidBetweenStlsAndTlsEndsTheConnection() {
        server.capabilities("STLS", "USER");
        server.on("STLS", Play.says("+OK begin", "+OK and this in the clear").then(Play.stalls()));

        assertThatThrownBy(() -> answer(Security.STARTTLS, new Password("ines", "secret")))
                .isInstanceOf(ServerUnreachable.class);

        assertThat(server.received()).containsExactly("CAPA", "STLS");
    }

    private static Arguments[] refusals() {
        return new Arguments[] {
            Arguments.of("-ERR wrong", new DropAnswer.Refused(false)),
            Arguments.of("-err", new DropAnswer.Refused(false)),
            Arguments.of("-ERR [X-ODD] no", new DropAnswer.Refused(false)),
            Arguments.of("-ERR [AUTH] wrong", new DropAnswer.Refused(true)),
            Arguments.of("-ERR [in-use] busy", new DropAnswer.InUse()),
            Arguments.of("-ERR [SYS/TEMP] later", new DropAnswer.Unavailable(false)),
            Arguments.of("-ERR [SYS/TEMP/DISK] later", new DropAnswer.Unavailable(false)),
            Arguments.of("-ERR [SYS/PERM] never", new DropAnswer.Unavailable(true)),
            Arguments.of("-ERR [LOGIN-DELAY] wait", new DropAnswer.TooSoon(Optional.empty()))
        };
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalHasItsReason(String line, DropAnswer expected) {
        server.capabilities("USER").on("PASS", Play.says(line));

        assertThat(answer()).isEqualTo(expected);
        assertThat(received("PASS")).hasSize(1);
    }

    @Test
    void beforeThePasswordInUseProvesNothing() {
        server.capabilities("USER").on("USER", Play.says("-ERR [IN-USE] busy"));

        assertThat(answer()).isEqualTo(new DropAnswer.Unavailable(false));
        assertThat(received("PASS")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGIN-DELAY 900", "login-delay 900 user"})
    void howLongToWaitIsTold(String capability) {
        server.capabilities("USER", capability);

        try (Maildrop drop = open()) {
            assertThat(drop.loginDelay()).contains(Duration.ofMinutes(15));
        }
        server.on("PASS", Play.says("-ERR [LOGIN-DELAY] wait"));
        assertThat(answer()).isEqualTo(new DropAnswer.TooSoon(Optional.of(Duration.ofMinutes(15))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGIN-DELAY", "LOGIN-DELAY soon", "LOGIN-DELAY -3"})
    void aDelayThatIsNoneIsNone(String capability) {
        server.capabilities("USER", capability);

        try (Maildrop drop = open()) {
            assertThat(drop.loginDelay()).isEmpty();
        }
    }

    @Test
    void nobodyIsSentAwayForYears() {
        server.capabilities("USER", "LOGIN-DELAY 999999999");

        try (Maildrop drop = open()) {
            assertThat(drop.loginDelay()).contains(Duration.ofDays(1));
        }
    }

    @Test
    void thePasswordFollowsWhenTheServerHasAgreed() {
        answerWith("grüße", "pässwörd \"日本\"");

        assertThat(server.received())
                .containsExactly("CAPA", "AUTH PLAIN", base64("\0grüße\0pässwörd \"日本\""), "CAPA");
    }

    private void answerWith(String login, String password) {
        Drops.opened(answer(Security.NONE, new Password(login, password))).close();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMechanismThatIsNotTakenAfterAllIsLeft() {
        server.on("AUTH", Play.says("-ERR unrecognized authentication type"));

        open().close();

        assertThat(server.received())
                .containsExactly("CAPA", "AUTH PLAIN", "USER ines", "PASS secret", "CAPA");
    }

    @Test
    void aPasswordThatWasRefusedIsNotSentAgain() {
        server.password("another");

        assertThat(answer()).isEqualTo(new DropAnswer.Refused(true));
        assertThat(server.received())
                .containsExactly("CAPA", "AUTH PLAIN", base64("\0ines\0secret"));
    }

    @Test
    void aServerInTroubleIsNotAskedInAnotherWay() {
        server.on("AUTH", Play.says("-ERR [SYS/TEMP] no database"));

        assertThat(answer()).isEqualTo(new DropAnswer.Unavailable(false));
        assertThat(server.received()).containsExactly("CAPA", "AUTH PLAIN");
    }

    @Test
    void withoutCapaTheOldWayIsGone() {
        server.on("CAPA", Play.says("-ERR unknown command"));

        try (Maildrop drop = open()) {
            assertThat(drop.capabilities()).isEmpty();
            assertThat(drop.list()).hasSize(3);
        }
        assertThat(server.received())
                .containsExactly("CAPA", "USER ines", "PASS secret", "LIST", "UIDL");
    }

    @Test
    void capabilitiesAreThoseAfterTheSignIn() {
        server.capabilities("USER");
        server.on(
                "PASS",
                stage -> {
                    server.capabilities("TOP", "expire never");
                    stage.behave();
                });

        try (Maildrop drop = open()) {
            assertThat(drop.capabilities())
                    .containsExactlyInAnyOrder(
                            new Capability("TOP"), new Capability("EXPIRE NEVER"));
        }
    }

    @Test
    void wherePasswordsAreNotTakenNoneIsSent() {
        server.capabilities("TOP", "SASL GSSAPI");

        assertUnreachable(this::open, Reason.NOT_USABLE);
        assertThat(server.received()).containsExactly("CAPA");
    }

    @Test
    void inTheClearTheDigestGoesFirst() {
        server.greeting(Play.says(APOP_GREETING));

        answerWith("mrose", "tanstaaf"); // the example of RFC 1939 §7

        assertThat(server.received())
                .containsExactly("CAPA", "APOP mrose c4c9334bac560ecc979e58001b3e22fb", "CAPA");
    }

    @Test
    void aRefusedDigestIsNotFollowedByThePassword() {
        server.greeting(Play.says(APOP_GREETING)).on("APOP", Play.says("-ERR no"));

        assertThat(answer()).isEqualTo(new DropAnswer.Refused(false));
        assertThat(received("APOP")).hasSize(1);
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void aTimestampThatIsNoneIsNotAnswered() {
        server.greeting(Play.says("+OK <\u0001@chosen by an attacker>"));

        open().close();

        assertThat(received("APOP")).isEmpty();
    }

    @Test
    void whereOffersAreMadeInUtf8ItIsSpoken() {
        server.capabilities("USER", "UTF8 USER");

        answerWith("grüße", "日本");

        assertThat(server.received())
                .containsExactly(
                        "CAPA", "UTF8", "USER " + octets("grüße"), "PASS " + octets("日本"), "CAPA");
    }

    @Test
    void aTokenIsNoPassword() {
        assertUnreachable(
                () -> answer(Security.NONE, new BearerToken("ines", "token")), Reason.NOT_USABLE);
        assertThat(server.connectionCount()).isZero();
    }

    @Test
    void somebodyElsesSessionProvesThePassword() {
        try (Maildrop drop = open()) {
            assertThat(answer()).isEqualTo(new DropAnswer.InUse());
            drop.quit();
        }
        open().close();
    }
}
