package org.postroom.app.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.app.support.AccountKind.IMAP;
import static org.postroom.app.support.Mailbox.subject;
import static org.postroom.app.support.Mailbox.ticked;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.app.support.Form;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Mailbox;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;
import org.postroom.testing.server.CountingProxy;
import org.postroom.testing.server.DovecotServer;
import org.postroom.testing.server.MailUser;

/** What goes wrong between Postroom and a server that speaks IMAP. */
@QuarkusTest
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FailureHttpTest {

    private final CountingProxy proxy = MailServers.proxy();

    @AfterEach
    void mend() {
        proxy.resume();
        proxy.accept();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "SELECT", "UID SORT", "UID FETCH"})
    void aConnectionThatIsCutWhileAListIsReadHealsByItself(String command) {
        try (Mailbox mailbox = Mailbox.of(IMAP, 2)) {
            mailbox.other().create("Other");
            mailbox.inbox();
            mailbox.visitor().open("/mailbox?name=Other");
            proxy.cutBefore(command);
            assertThat(mailbox.inbox().subjects()).containsExactly(subject(1), subject(0));
            mailbox.visitor().open("/mailbox?name=Other");
            proxy.cutInsteadOfAnswerTo(command);
            assertThat(mailbox.inbox().subjects()).containsExactly(subject(1), subject(0));
            proxy.cut();
            assertThat(mailbox.inbox().subjects()).containsExactly(subject(1), subject(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UID COPY", "UID MOVE", "UID STORE"})
    void aChangeWhoseAnswerIsLostIsNotDoneTwiceAndItIsSaid(String command) {
        try (Mailbox mailbox = Mailbox.of(IMAP, 2)) {
            mailbox.other().create("Target");
            Form form = ticked(mailbox.inbox(), 0).with("target", "Target");
            proxy.forgetCommands();
            proxy.cutInsteadOfAnswerTo(command);
            Page page = form.press("action", action(command));
            assertThat(page.status()).isEqualTo(502);
            assertThat(page.mark("error-banner").text())
                    .contains("has ended the connection", "may or may not have been done");
            assertThat(proxy.count(command)).isEqualTo(1);
            if (!command.equals("UID STORE")) {
                assertThat(mailbox.other().subjects("Target")).containsExactly(subject(0));
            }
            assertThat(mailbox.inbox().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UID COPY", "UID MOVE", "UID STORE"})
    void aChangeThatDoesNotReachTheServerIsNotTriedAgain(String command) {
        try (Mailbox mailbox = Mailbox.of(IMAP, 2)) {
            mailbox.other().create("Target");
            Form form = ticked(mailbox.inbox(), 0).with("target", "Target");
            proxy.cutBefore(command);
            Page page = form.press("action", action(command));
            assertThat(page.status()).isEqualTo(502);
            assertThat(mailbox.other().count("Target")).isZero();
            assertThat(mailbox.other().count("INBOX")).isEqualTo(2);
            assertThat(form.press("action", action(command)).status()).isEqualTo(200);
        }
    }

    private static String action(String command) {
        return switch (command) {
            case "UID COPY" -> "copy";
            case "UID MOVE" -> "move";
            default -> "star";
        };
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUpAndOthersAreServedMeanwhile() throws Exception {
        try (Mailbox mailbox = Mailbox.of(IMAP, 1);
                DovecotServer elsewhere = DovecotServer.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Visitor neighbour = Visitor.signedInAt(elsewhere.imapPort(), elsewhere.newUser());
            proxy.stall();
            Future<Page> stalled = threads.submit(mailbox::inbox);
            for (int i = 0; i < 5; i++) {
                assertThat(neighbour.open("/mailbox").status()).isEqualTo(200);
            }
            Page page = stalled.get();
            assertThat(page.status()).isEqualTo(504);
            assertThat(page.mark("error-banner").text()).contains("did not answer in time");
            proxy.resume();
            assertThat(page.follow("[data-testid=error-banner] a").status()).isEqualTo(200);
        }
    }

    @Test
    void aServerThatRefusesConnectionsIsNamedAndTheWayBackWorks() {
        try (Mailbox mailbox = Mailbox.of(IMAP, 1)) {
            proxy.refuse();
            proxy.cut();
            Page page = mailbox.inbox();
            assertThat(page.status()).isEqualTo(502);
            assertThat(page.mark("error-banner").text()).contains("127.0.0.1 cannot be reached");
            Page change = mailbox.visitor().part("/mailbox?name=INBOX");
            assertThat(change.status()).isEqualTo(502);
            assertThat(change.has("title")).isFalse();
            proxy.accept();
            assertThat(page.follow("[data-testid=error-banner] a").subjects())
                    .containsExactly(subject(0));
        }
    }

    @Test
    void whoeverChangedThePasswordSignsInAgainAndIsBackOnThePage() {
        try (Mailbox mailbox = Mailbox.of(IMAP, 2)) {
            String address = "/mailbox?name=INBOX&filter=unread";
            MailUser changed =
                    MailServers.dovecot()
                            .changePassword(mailbox.account().user(), "another password");
            proxy.cut();
            Page login = mailbox.visitor().open(address);
            assertThat(login.address()).startsWith("/login");
            assertThat(login.mark("error-banner").text()).contains("Your password was changed");
            Page back =
                    login.form("form[action=/login]")
                            .with("username", changed.login())
                            .with("password", changed.password())
                            .submit();
            assertThat(back.address()).isEqualTo(address);
            assertThat(back.subjects()).containsExactly(subject(1), subject(0));
        }
    }
}
