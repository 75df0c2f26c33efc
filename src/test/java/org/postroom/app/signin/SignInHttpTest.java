package org.postroom.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;
import org.postroom.testing.corpus.PlainMail;
import org.postroom.testing.server.DovecotServer;
import org.postroom.testing.server.MailUser;

@QuarkusTest
class SignInHttpTest {

    @Test
    void whoeverIsNotSignedInIsSentToTheSignInPage() {
        Response page = new Visitor().raw("/mailbox?name=INBOX");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.header("Location")).endsWith("/login");
        Response part = new Visitor().withHeader("HX-Request", "true").raw("/mailbox?name=INBOX");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.header("HX-Redirect")).isEqualTo("/login");
    }

    @Test
    void addressAndPasswordOpenTheInbox() {
        MailUser user = MailServers.dovecot().newUser();
        Page inbox = new Visitor().signIn(user.login(), user.password());
        assertThat(inbox.status()).isEqualTo(200);
        assertThat(inbox.one("a[data-mailbox=INBOX]").attr("data-special-use")).isEqualTo("inbox");
        assertThat(inbox.text()).contains(user.login());
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndOtherSites() {
        MailUser user = MailServers.dovecot().newUser();
        Page page = new Visitor().open("/login");
        Response answer =
                page.form("form[action=/login]")
                        .with("username", user.login())
                        .with("password", user.password())
                        .raw();
        Cookie cookie = answer.detailedCookie("__Host-postroom");
        assertThat(cookie.isSecured()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge()).isEqualTo(-1);
        assertThat(answer.asString()).doesNotContain(user.password());
    }

    @Test
    void aWrongPasswordIsRefusedAndTheFormStays() {
        MailUser user = MailServers.dovecot().newUser();
        Page page = new Visitor().signIn(user.login(), "wrong & <b>worse</b>");
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.mark("error-banner").text()).contains("not right");
        assertThat(page.one("#username").val()).isEqualTo(user.login());
        assertThat(page.one("#password").val()).isEmpty();
        Page unknown = new Visitor().signIn("nobody-" + user.login(), "x");
        assertThat(unknown.mark("error-banner").text()).isEqualTo(page.mark("error-banner").text());
    }

    @Test
    void aWrongPasswordNeverGetsInOverAConnectionThatIsOpen() {
        MailUser user = MailServers.dovecot().newUser();
        Visitor.signedIn(user);
        Page page = new Visitor().signIn(user.login(), "wrong");
        assertThat(page.status()).isEqualTo(401);
    }

    @Test
    void afterFiveFailuresTheServerIsLeftAlone() {
        MailUser user = MailServers.dovecot().newUser();
        for (int i = 0; i < 5; i++) {
            assertThat(new Visitor().signIn(user.login(), "wrong").status()).isEqualTo(401);
        }
        MailServers.proxy().forgetCommands();
        Page page = new Visitor().signIn(user.login(), user.password());
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.mark("error-banner").text()).contains("Wait");
        assertThat(MailServers.proxy().connections().getLast().toString()).isNotEmpty();
        assertThat(MailServers.proxy().commands()).isEmpty();
    }

    @Test
    void aTypedServerForgetsNoFailuresOfTheServerWhereTheNameBelongs() {
        DovecotServer other = DovecotServer.start();
        try (other) {
            MailUser victim = MailServers.dovecot().newUser("victim@postroom.test", "one");
            MailUser own = other.newUser(victim.login(), "another");
            for (int i = 0; i < 4; i++) {
                new Visitor().signIn(victim.login(), "guess");
            }
            assertThat(signInAt(other, own).status()).isEqualTo(200);
            assertThat(new Visitor().signIn(victim.login(), "guess").status()).isEqualTo(401);
            assertThat(new Visitor().signIn(victim.login(), "guess").status()).isEqualTo(429);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "line\r\nbreak"})
    void whatCanBeNoPasswordIsSaidSo(String password) {
        Page page = new Visitor().signIn("somebody", password);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.mark("error-banner").text()).contains("Type your mail address");
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        MailUser user = MailServers.dovecot().newUser();
        Visitor visitor = new Visitor();
        Page page = visitor.open("/login");
        Response withoutToken =
                page.form("form[action=/login]")
                        .with("username", user.login())
                        .with("password", user.password())
                        .without("csrf-token")
                        .raw();
        assertThat(withoutToken.statusCode()).isEqualTo(400);
        visitor.withHeader("Sec-Fetch-Site", "cross-site");
        Response crossSite =
                page.form("form[action=/login]")
                        .with("username", user.login())
                        .with("password", user.password())
                        .raw();
        assertThat(crossSite.statusCode()).isEqualTo(400);
    }

    @Test
    void withoutTlsOnlyTheMachineItselfSignsIn() {
        Visitor visitor = new Visitor().withHeader("Host", "mail.example.org");
        assertThat(visitor.open("/login").mark("error-banner").text()).contains("not protected");
        Page page =
                visitor.post("/login", Map.of("username", List.of("a"), "password", List.of("b")));
        assertThat(page.status()).isEqualTo(400);
    }

    @Test
    void signingOutEndsTheSessionForEveryTab() {
        Visitor visitor = Visitor.signedIn(MailServers.dovecot().newUser());
        Visitor otherTab = visitor.twin();
        Page page = visitor.open("/").markedForm("logout").submit();
        assertThat(page.address()).isEqualTo("/login");
        assertThat(otherTab.raw("/mailbox").statusCode()).isEqualTo(303);
    }

    @Test
    void theSameLoginNameOnTwoServersIsTwoPeople() {
        DovecotServer other = DovecotServer.start();
        try (other) {
            MailUser here = MailServers.dovecot().newUser("twin@postroom.test", "one");
            MailUser there = other.newUser(here.login(), "another");
            MailServers.dovecot().fill(here, "INBOX", Stream.of(PlainMail.of(1, 1).message()));
            Visitor first = Visitor.signedIn(here);
            Page page = signInAt(other, there);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(page.count()).isZero();
            assertThat(first.open("/mailbox").count()).isEqualTo(1);
            assertThat(new Visitor().signIn(there.login(), there.password()).status())
                    .isEqualTo(401);
        }
    }

    private static Page signInAt(DovecotServer server, MailUser user) {
        return new Visitor()
                .open("/login")
                .form("form[action=/login]")
                .with("username", user.login())
                .with("password", user.password())
                .with("host", "127.0.0.1")
                .with("port", Integer.toString(server.imapPort()))
                .with("security", "none")
                .submit();
    }
}
