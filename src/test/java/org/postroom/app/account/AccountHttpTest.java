package org.postroom.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;

@QuarkusTest
class AccountHttpTest {

    private final Visitor visitor = new Visitor();

    @BeforeEach
    void signIn() {
        var user = MailServers.dovecot().newUser();
        assertThat(visitor.signIn(user.login(), user.password()).status()).isEqualTo(200);
    }

    @AfterEach
    void mend() {
        MailServers.proxy().accept();
        MailServers.proxy().resume();
    }

    @Test
    void everyPageLeadsToTheAccount() {
        Page inbox = visitor.open("/");
        assertThat(inbox.follow("a[data-page=health]").one("h1").text())
                .isEqualTo("Account health");
        assertThat(inbox.follow("a[data-page=settings]").one("h1").text())
                .isEqualTo("What is kept");
    }

    @Test
    void anAccountThatWorksIsSaidToWork() {
        Page page = visitor.open("/account");
        assertThat(page.mark("health-state").attr("data-state")).isEqualTo("working");
        assertThat(page.text()).contains("127.0.0.1", "IMAP, not encrypted", "At most 2.");
        assertThat(page.has("[data-testid=check-now], [data-testid=sync-status]")).isFalse();
    }

    @Test
    void aMailServerThatIsAwayIsSaidSoOnTheSamePage() {
        MailServers.proxy().refuse();
        MailServers.proxy().cut();
        Page page = visitor.open("/account");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.mark("health-state").attr("data-state")).isEqualTo("trouble");
        assertThat(page.text()).contains("cannot be used right now");
    }

    @Test
    void thePartIsWhatThePageShows() {
        Page part = visitor.part("/account");
        assertThat(part.has("#health")).isTrue();
        assertThat(part.has("main")).isFalse();
    }

    @Test
    void mailOfAnImapAccountIsSaidToStayWhereItIs() {
        Page page = visitor.open("/settings");
        assertThat(page.text()).contains("Your mail is kept on the mail server 127.0.0.1");
        assertThat(page.has("[data-testid=pop3-mode]")).isFalse();
    }

    @Test
    void whatOnlyAMaildropHasIsNotThereForAnImapAccount() {
        var token = visitor.open("/account").one("input[name=csrf-token]").val();
        assertThat(visitor.post("/account/checks", "csrf-token=" + token).status()).isEqualTo(404);
        assertThat(visitor.post("/settings/modes", "mode=keep&csrf-token=" + token).status())
                .isEqualTo(404);
    }

    @Test
    void nothingIsChangedWithoutTheToken() {
        assertThat(visitor.post("/account/checks", "").status()).isEqualTo(400);
        assertThat(visitor.post("/settings/modes", "mode=keep").status()).isEqualTo(400);
    }
}
