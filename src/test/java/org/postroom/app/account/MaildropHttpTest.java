package org.postroom.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.app.support.Form;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;
import org.postroom.testing.corpus.PlainMail;
import org.postroom.testing.server.CountingProxy;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;
import org.postroom.testing.server.ScriptedPop3Server;

/** A POP3 account that somebody has chosen by hand, and what its owner is told of the maildrop. */
@QuarkusTest
class MaildropHttpTest {

    private static final long SEED = 11;
    private static final int LOOKS = 800;

    private final MailUser user = MailServers.dovecot().newUser();
    private final CountingProxy drops = CountingProxy.beforePop3(MailServers.dovecot().pop3Port());
    private final Visitor visitor = new Visitor();

    @AfterEach
    void end() {
        drops.close();
    }

    @Test
    void aMaildropThatIsChosenHasItsMailAndFoldersHere() {
        signIn(3);
        await("data-bodies", 3);
        Page inbox = visitor.open("/mailbox");
        assertThat(inbox.subjects()).contains(subject(0), subject(1), subject(2));
        assertThat(inbox.has("a[data-special-use=sent]")).isTrue();
        assertThat(inbox.has("[data-testid=index-progress]")).isFalse();
        Page health = visitor.open("/account");
        assertThat(health.mark("health-state").attr("data-state")).isEqualTo("working");
        assertThat(health.text()).contains("POP3, not encrypted", "Left on the server.");
    }

    @Test
    void aWrongPasswordIsRefused() {
        Page page = form().with("password", "wrong").submit();
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.mark("error-banner").text()).contains("not right");
        assertThat(page.one("#protocol option[selected]").val()).isEqualTo("pop3");
    }

    @Test
    void whatBecomesOfMailOnTheServerCanBeChosen() {
        signIn(0);
        Page settings = visitor.open("/settings");
        assertThat(settings.has("input[name=mode][value=keep][checked]")).isTrue();
        Page saved = choose("delete", "7");
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.mark("notice").text()).contains("Saved.");
        assertThat(saved.has("input[name=mode][value=delete][checked]")).isTrue();
        assertThat(saved.one("input[name=days]").val()).isEqualTo("7");
        assertThat(visitor.open("/account").text())
                .contains("Deleted from the server after 7 days.");
        assertThat(choose("keep", "7").has("input[name=mode][value=keep][checked]")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "3651", "ten", "1.5", "99999999999"})
    void daysThatMakeNoSenseChangeNothing(String days) {
        signIn(0);
        Page refused = choose("delete", days);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.mark("error-banner").text()).contains("from 0 to 3650");
        assertThat(refused.one("input[name=days]").val()).isEqualTo(days);
        assertThat(visitor.open("/settings").has("input[value=keep][checked]")).isTrue();
    }

    @Test
    void aModeThatIsNoneChangesNothing() {
        signIn(0);
        assertThat(choose("burn", "7").status()).isEqualTo(400);
        assertThat(visitor.open("/settings").has("input[value=keep][checked]")).isTrue();
    }

    @Test
    void headersThatAreNotHereYetAreSaidToBeComing() {
        signInUntilCutBefore("TOP");
        Page list = visitor.open("/mailbox");
        assertThat(list.mark("index-progress").attr("data-total")).isEqualTo("3");
        assertThat(list.mark("index-progress").attr("data-done")).isEqualTo("0");
        assertThat(list.dom().select(".row[data-pending] input[name=message]")).hasSize(3);
        Page search = visitor.open("/search?q=nowhere");
        assertThat(search.mark("search-status").attr("data-state")).isEqualTo("partial");
        assertThat(search.text()).contains("Nothing found so far");
        drops.accept();
        checkNow();
        await("data-bodies", 3);
        assertThat(visitor.open("/mailbox").subjects()).contains(subject(0));
        assertThat(visitor.open("/search?q=nowhere").mark("search-status").attr("data-state"))
                .isEqualTo("done");
    }

    @Test
    void nothingIsMadeUpOfAHeaderThatIsNotHere() {
        signInUntilCutBefore("TOP");
        Page list = visitor.open("/mailbox");
        assertThat(list.dom().select(".row time")).isEmpty();
        assertThat(list.text()).contains("Not listed yet");
        Page message = list.follow(".row[data-pending] a");
        assertThat(message.has("[data-testid=message-from]")).isFalse();
        assertThat(message.mark("content-pending").text()).isNotEmpty();
    }

    @Test
    void aTextThatIsNotHereYetIsSaidToBeComingAndTheMessageIsRead() {
        signInUntilCutBefore("RETR");
        Page list = visitor.open("/mailbox");
        Page message = list.openMessage(subject(1));
        assertThat(message.status()).isEqualTo(200);
        assertThat(message.mark("message-subject").text()).isEqualTo(subject(1));
        assertThat(message.mark("content-pending").text()).contains("cannot be reached");
        assertThat(visitor.open("/mailbox").row(subject(1)).hasAttr("data-unread")).isFalse();
        assertThat(message.follow("a[data-testid=raw-link]").status()).isEqualTo(503);
        assertThat(message.follow("a[data-testid=print-link]").text())
                .contains("has not been fetched");
        drops.accept();
        checkNow();
        await("data-bodies", 3);
        Page here = list.openMessage(subject(1));
        assertThat(here.has("[data-testid=content-pending]")).isFalse();
        assertThat(here.mark("message-text").text()).isNotEmpty();
    }

    @Test
    void aTextThatIsGoneForEverIsSaidSoAndItsHeaderStays() {
        signInUntilCutBefore("RETR");
        takeAllFromTheServer();
        drops.accept();
        checkNow();
        until("the end", () -> pending(subject(1)).contains("removed from the mail server"));
        Page message = visitor.open("/mailbox").openMessage(subject(1));
        assertThat(message.status()).isEqualTo(200);
        assertThat(message.mark("message-subject").text()).isEqualTo(subject(1));
        assertThat(message.mark("content-pending").text())
                .isEqualTo(
                        "This message was removed from the mail server before Postroom could fetch"
                                + " its text. Only its header is here.");
        assertThat(message.has("[data-testid=content-pending][hx-get]")).isFalse();
        Page raw = message.follow("a[data-testid=raw-link]");
        assertThat(raw.status()).isEqualTo(404);
        assertThat(raw.text()).contains("removed from the mail server before");
    }

    private String pending(String subject) {
        return visitor.open("/mailbox").openMessage(subject).mark("content-pending").text();
    }

    @Test
    void aServerThatDeletesByItselfIsSaidToDoSo() {
        try (ScriptedPop3Server server = ScriptedPop3Server.start()) {
            server.capabilities("TOP", "UIDL", "USER", "EXPIRE 0");
            form().with("port", Integer.toString(server.port())).submit();
            await("data-bodies", 3);
            assertThat(visitor.open("/settings").mark("server-expires").text())
                    .contains("deletes messages by itself as soon as they have been fetched");
            assertThat(visitor.open("/account").text()).contains("deletes messages by itself");
        }
    }

    @Test
    void whatAnotherProgramTookFromTheServerStaysAndIsMarked() {
        signIn(2);
        await("data-bodies", 2);
        takeAllFromTheServer();
        checkNow();
        until("only copies", () -> onlyCopies(visitor.open("/account")).equals("2"));
        Page list = visitor.open("/mailbox");
        assertThat(list.row(subject(0)).hasAttr("data-only-copy")).isTrue();
        assertThat(list.openMessage(subject(0)).mark("only-copy").text())
                .contains("no longer has this message");
        assertThat(onlyCopies(visitor.open("/settings"))).isEqualTo("2");
    }

    private void takeAllFromTheServer() {
        try (RawImap other = MailServers.dovecot().connect(user)) {
            other.select("INBOX");
            other.send("UID STORE 1:* +FLAGS.SILENT (\\Deleted)");
            other.send("EXPUNGE");
        }
    }

    private static String onlyCopies(Page page) {
        return page.mark("only-copy").attr("data-count");
    }

    private void signIn(int messages) {
        MailServers.dovecot()
                .fill(
                        user,
                        "INBOX",
                        IntStream.range(0, messages)
                                .mapToObj(n -> PlainMail.of(SEED, n).message().withFlags()));
        Page page = form().submit();
        assertThat(page.status()).as(page.text()).isEqualTo(200);
    }

    /** There are three messages; their drop is gone in the middle of its first session. */
    private void signInUntilCutBefore(String command) {
        drops.cutBefore(command);
        signIn(3);
        drops.refuse();
        untilTrouble();
    }

    private Form form() {
        return visitor.open("/login")
                .form("form[action=/login]")
                .with("username", user.login())
                .with("password", user.password())
                .with("protocol", "pop3")
                .with("host", "127.0.0.1")
                .with("port", Integer.toString(drops.port()))
                .with("security", "none");
    }

    private static String subject(int number) {
        return PlainMail.of(SEED, number).subject();
    }

    private Page choose(String mode, String days) {
        Form form = visitor.open("/settings").markedForm("pop3-mode");
        return form.with("mode", mode).with("days", days).submit();
    }

    private void checkNow() {
        visitor.open("/account").markedForm("check-now").submit();
    }

    private void untilTrouble() {
        until(
                "trouble",
                () ->
                        visitor.open("/account")
                                .mark("health-state")
                                .attr("data-state")
                                .equals("trouble"));
    }

    private void await(String what, int count) {
        until(
                what + "=" + count,
                () ->
                        visitor.open("/account")
                                .mark("sync-status")
                                .attr(what)
                                .equals(Integer.toString(count)));
    }

    private static void until(String what, BooleanSupplier isSo) {
        for (int i = 0; i < LOOKS; i++) {
            if (isSo.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("Not so: " + what);
    }
}
