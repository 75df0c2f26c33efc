package org.postroom.app.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.app.support.Mailbox.subject;
import static org.postroom.app.support.Mailbox.ticked;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
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
        try (Mailbox mailbox = Mailbox.of(2)) {
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
        try (Mailbox mailbox = Mailbox.of(2)) {
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
                assertThat(mailbox.subjects("Target")).containsExactly(subject(0));
            }
            assertThat(mailbox.inbox().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UID COPY", "UID MOVE", "UID STORE"})
    void aChangeThatDoesNotReachTheServerIsNotTriedAgain(String command) {
        try (Mailbox mailbox = Mailbox.of(2)) {
            mailbox.other().create("Target");
            Form form = ticked(mailbox.inbox(), 0).with("target", "Target");
            proxy.cutBefore(command);
            Page page = form.press("action", action(command));
            assertThat(page.status()).isEqualTo(502);
            assertThat(mailbox.count("Target")).isZero();
            assertThat(mailbox.count("INBOX")).isEqualTo(2);
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
        try (Mailbox mailbox = Mailbox.of(1);
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
        try (Mailbox mailbox = Mailbox.of(1)) {
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
        try (Mailbox mailbox = Mailbox.of(2)) {
            String address = "/mailbox?name=INBOX&filter=unread";
            MailUser changed =
                    MailServers.dovecot().changePassword(mailbox.user(), "another password");
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

    @Test
    void anUnknownMailboxIsNotFound() {
        try (Mailbox mailbox = Mailbox.of(1)) {
            Page page = mailbox.visitor().open("/mailbox?name=Nowhere%2FAt%20all");
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.mark("error-banner").text()).contains("no folder of this name");
            assertThat(page.has("a[data-mailbox=INBOX]")).isTrue();
        }
    }

    @Test
    void anUnknownMessageIsNotFound() {
        try (Mailbox mailbox = Mailbox.of(1)) {
            String id = mailbox.inbox().row(subject(0)).attr("data-message");
            String gone = id.replaceFirst("\\d+$", "999");
            for (String kind : List.of("", "/print", "/source")) {
                Page page = mailbox.visitor().open("/message" + kind + "?in=INBOX&id=" + gone);
                assertThat(page.status()).as(kind).isEqualTo(404);
                assertThat(page.mark("error-banner").text()).contains("no longer there");
            }
            Page renumbered = mailbox.visitor().open("/message?in=INBOX&id=1.1");
            assertThat(renumbered.status()).isEqualTo(409);
            Page elsewhere = mailbox.visitor().open("/message?in=Nowhere&id=" + id);
            assertThat(elsewhere.status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"body", "part"})
    void anUnknownPartOfAMessageIsNotFound(String kind) {
        try (Mailbox mailbox = Mailbox.of(1)) {
            String id = mailbox.inbox().row(subject(0)).attr("data-message");
            String gone = id.replaceFirst("\\d+$", "999");
            String address = "/message/" + kind + "?in=INBOX&id=";
            assertThat(mailbox.visitor().open(address + gone + "&path=1").status()).isEqualTo(404);
            assertThat(mailbox.visitor().open(address + id + "&path=7.7").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mailbox?page=0",
                "/mailbox?page=-1",
                "/mailbox?page=abc",
                "/mailbox?page=99999999999",
                "/mailbox?page=9999999999999999999999",
                "/mailbox?sort=x",
                "/mailbox?filter=x",
                "/mailbox?name=%01",
                "/mailbox?name=a%0Ab",
                "/mailbox?name=a%00",
                "/mailbox?name=%7F",
                "/mailbox?name=a%0D%0Ab",
                "/message",
                "/message?in=INBOX",
                "/message?in=INBOX&id=1",
                "/message?in=INBOX&id=0.0",
                "/message?in=INBOX&id=1.0",
                "/message?in=INBOX&id=1.99999999999",
                "/message?in=INBOX&id=99999999999.1",
                "/message?in=INBOX&id=1.1&at=x",
                "/message?in=INBOX&id=1.1&page=x",
                "/message?in=%01&id=1.1",
                "/message?id=1.1",
                "/message/part?in=INBOX&id=1.1",
                "/message/part?in=INBOX&id=1.1&path=1..2",
                "/message/part?in=INBOX&id=1.1&path=x",
                "/message/part?in=INBOX&id=1.1&path=0",
                "/message/part?in=INBOX&id=1.1&path=99999999999",
                "/message/body?in=INBOX&id=1.1&path=-1",
                "/message/neighbour?in=INBOX&id=1.1&go=sideways",
                "/message/source?in=INBOX&id=x",
                "/search?q=a&from=x",
                "/search?q=a&from=1.99999999999.1",
                "/search?q=a&in=%01",
                "/search?q=before:yesterday",
                "/search?q=%00",
                "/jobs/x?back=//elsewhere.example/"
            })
    void aMalformedAddressIsRefusedWithASentence(String address) {
        Page page = SharedVisitor.VISITOR.open(address);
        assertThat(page.status()).as(page.text()).isEqualTo(400);
        assertThat(page.mark("error-banner").text()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/mailbox/x",
                "/message/x",
                "/jobs/x",
                "/jobs",
                "/index.html",
                "/.env",
                "/assets/x/nothing.css",
                "/%2e%2e/etc/passwd",
                "/mailboxes/x"
            })
    void whatIsNoPageIsNotFound(String address) {
        Page page = SharedVisitor.VISITOR.open(address);
        assertThat(page.status()).as(page.text()).isEqualTo(404);
        assertThat(page.mark("error-banner").text()).contains("no such page");
        assertThat(new Visitor().raw(address).statusCode()).isIn(303, 404);
    }

    @Test
    void oddEncodingsAreNoFaultOfOurs() {
        for (String address :
                List.of(
                        "/mailbox?name=%C3",
                        "/mailbox?name=%ED%A0%80",
                        "/mailbox?name=" + "a".repeat(5_000),
                        "/search?q=" + "a".repeat(5_000),
                        "/search?q=%F0%9F%9A%A2",
                        "/mailbox?name=INBOX&name=Other")) {
            Page page = SharedVisitor.VISITOR.open(address);
            assertThat(page.status()).as(address).isLessThan(500);
        }
    }

    @Test
    void aFormThatCannotBeDecodedIsRefused() {
        Page page = SharedVisitor.VISITOR.post("/mailboxes", "name=50% off&parent=");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.mark("error-banner").text()).contains("not complete");
    }

    @Test
    void aWrongMethodIsRefused() {
        Visitor visitor = SharedVisitor.VISITOR;
        for (String address : List.of("/changes", "/undo", "/logout", "/mailboxes/renames")) {
            Response response = visitor.raw(address);
            assertThat(response.statusCode()).as(address).isEqualTo(405);
        }
        Response post = visitor.rawPost("/mailbox", Map.of("a", List.of("b")));
        assertThat(post.statusCode()).isBetween(400, 405);
    }

    /** One person is enough for addresses that lead nowhere. */
    private static final class SharedVisitor {
        private static final Visitor VISITOR = Visitor.signedIn(MailServers.dovecot().newUser());
    }
}
