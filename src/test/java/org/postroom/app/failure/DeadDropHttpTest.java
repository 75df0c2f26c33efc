package org.postroom.app.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.app.support.AccountKind.POP3;
import static org.postroom.app.support.Mailbox.mail;
import static org.postroom.app.support.Mailbox.subject;
import static org.postroom.app.support.Mailbox.ticked;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.app.support.Account;
import org.postroom.app.support.Fetching;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Mailbox;
import org.postroom.app.support.Page;
import org.postroom.app.support.Patience;
import org.postroom.app.support.Visitor;
import org.postroom.testing.server.CountingProxy;

/** What a person notices of a maildrop that is not there. */
@QuarkusTest
class DeadDropHttpTest {

    private final CountingProxy drops = MailServers.drops();
    private Account account;
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        account = Mailbox.account(POP3, 3);
        visitor = account.visitor();
    }

    @AfterEach
    void mend() {
        drops.resume();
        drops.accept();
    }

    private void kill() {
        drops.refuse();
        drops.cut();
    }

    @Test
    void everyPageGoesOnWhileTheDropRefusesConnections() {
        kill();
        everyPageWorks();
    }

    @Test
    void everyPageGoesOnWhileTheDropSaysNothing() {
        drops.stall();
        everyPageWorks();
    }

    private void everyPageWorks() {
        Fetching.checkNow(visitor);
        Page message = inbox().openMessage(subject(1));
        assertThat(message.mark("message-text").text()).contains("on a bench");
        assertThat(ticked(inbox(), 0).press("action", "star").status()).isEqualTo(200);
        Page moved = ticked(inbox(), 2).press("action", "archive");
        assertThat(moved.mark("notice").text()).contains("1 message archived");
        assertThat(visitor.open("/mailbox?name=Archive").subjects()).containsExactly(subject(2));
        moved.markedForm("undo").submit();
        Page found = visitor.open("/search?q=body:bench&scope=all");
        assertThat(found.subjects()).contains(subject(0), subject(1), subject(2));
        Page folders =
                visitor.open("/mailboxes")
                        .markedForm("create-mailbox")
                        .with("name", "Boats")
                        .submit();
        assertThat(folders.has("a[data-mailbox=Boats]")).isTrue();
    }

    @Test
    void theAccountPageSaysThatTheDropIsAwayAndNewMailComesWhenItIsBack() {
        kill();
        Fetching.checkNow(visitor);
        Patience.until("trouble", () -> health().equals("trouble"));
        assertThat(visitor.open("/account").text()).contains("127.0.0.1");
        MailServers.dovecot().fill(account.user(), "INBOX", Stream.of(mail(3).message()));
        drops.accept();
        Fetching.checkNow(visitor);
        Patience.until("the new message", () -> inbox().rows().size() == 4);
        Patience.until("no trouble", () -> health().equals("working"));
    }

    private String health() {
        return visitor.open("/account").mark("health-state").attr("data-state");
    }

    @Test
    void whoeverSignsInWhileTheDropIsAwayIsToldSo() {
        kill();
        Page page = new Visitor().signIn(account);
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.mark("error-banner").text()).contains("cannot be reached");
        assertThat(inbox().rows()).hasSize(3);
    }

    @Test
    void aSessionThatIsCutInTheMiddleOfAMessageLosesNothing() {
        drops.cutInsteadOfAnswerTo("RETR");
        MailServers.dovecot()
                .fill(account.user(), "INBOX", Stream.of(mail(3).message(), mail(4).message()));
        Fetching.checkNow(visitor);
        Patience.until("both messages", () -> inbox().rows().size() == 5);
        Fetching.checkNow(visitor);
        Fetching.awaitAll(visitor, 5);
        assertThat(inbox().subjects()).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void whoeverChangedThePasswordHasToSignInAgainAndFindsEverything() {
        ticked(inbox(), 0).press("action", "star");
        Account changed =
                new Account(
                        POP3,
                        MailServers.dovecot().changePassword(account.user(), "another password"));
        Fetching.checkNow(visitor);
        Patience.until(
                "the sign-in page", () -> visitor.open("/mailbox").address().startsWith("/login"));
        Page inbox = changed.visitor().open("/mailbox?name=INBOX");
        assertThat(inbox.subjects()).hasSize(3);
        assertThat(inbox.row(subject(0)).hasAttr("data-starred")).isTrue();
    }

    private Page inbox() {
        return visitor.open("/mailbox?name=INBOX");
    }
}
