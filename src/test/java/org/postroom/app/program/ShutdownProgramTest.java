package org.postroom.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.app.support.Page;
import org.postroom.app.support.Patience;
import org.postroom.app.support.Visitor;
import org.postroom.testing.server.DropMessage;
import org.postroom.testing.server.Play;
import org.postroom.testing.server.ScriptedImapServer;
import org.postroom.testing.server.ScriptedPop3Server;
import org.postroom.testing.server.Stage;

/** What a replica does between SIGTERM and its end, and what it leaves to the others. */
class ShutdownProgramTest {

    /** What a process ends with that follows SIGTERM. */
    private static final int IN_ORDER = 143;

    private static final int MANY = 600;
    private static final Duration SLOW = Duration.ofMillis(100);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void whoIsBeingServedIsServedAndNobodyElseIsLetInBeforeTheEnd() throws IOException {
        try (var imap = ScriptedImapServer.start();
                Program program = Program.start(configuration(imap))) {
            Visitor reader = new Visitor();
            assertThat(reader.signIn("kim", "a password").status()).isEqualTo(200);
            imap.on("LIST", this::listLater);
            var page = CompletableFuture.supplyAsync(() -> reader.open("/mailboxes"));
            await(asked);
            program.terminate();

            Patience.until("not ready", () -> program.status("/q/health/ready") == 503);
            assertThat(program.status("/q/health/live")).isEqualTo(200);
            Patience.until("nobody new is let in", () -> signInPageStatus() == 503);
            assertThat(page).isNotDone();
            goOn.countDown();

            assertThat(page.join().status()).isEqualTo(200);
            assertThat(program.awaitEnd()).as(program.log()).isEqualTo(IN_ORDER);
            assertThat(imap.received()).last().isEqualTo("LOGOUT");
        }
    }

    @Test
    void sessionsWithMaildropsEndAndTheirLeasesAreFree() throws IOException, SQLException {
        try (var imap = ScriptedImapServer.start();
                var busy = busyDrop();
                var stuck = ScriptedPop3Server.start().on("RETR", Play.stalls());
                Program program = Program.start(configuration(imap))) {
            signIn("busy", busy);
            signIn("stuck", stuck);
            Patience.until("both fetch mail", () -> fetches(busy) && fetches(stuck));
            assertThat(program.leases()).isEqualTo(2);

            program.terminate();

            assertThat(program.awaitEnd()).as(program.log()).isEqualTo(IN_ORDER);
            assertThat(busy.received()).last().isEqualTo("QUIT");
            assertThat(busy.received()).doesNotContain("RETR 1"); // the oldest, fetched last
            assertThat(stuck.received()).last().asString().startsWith("RETR");
            assertThat(program.leases()).isZero();
        }
    }

    private static Map<String, String> configuration(ScriptedImapServer imap) {
        return Map.of(
                "POSTROOM_IMAP_URL",
                "imap://127.0.0.1:" + imap.port() + "?security=none",
                "POSTROOM_ALLOW_CLEARTEXT",
                "true",
                "POSTROOM_USER_SERVERS",
                "true",
                "POSTROOM_ALLOW_PRIVATE_ADDRESSES",
                "true",
                "POSTROOM_SHUTDOWN_DELAY",
                "1s");
    }

    private void listLater(Stage stage) throws IOException {
        asked.countDown();
        await(goOn);
        stage.behave();
    }

    private static int signInPageStatus() {
        return RestAssured.given().get("/login").statusCode();
    }

    /** Its mail takes much longer than this test. */
    private static ScriptedPop3Server busyDrop() {
        return ScriptedPop3Server.start()
                .messages(
                        IntStream.rangeClosed(1, MANY)
                                .mapToObj(i -> DropMessage.of("u" + i, "No. " + i, "Text."))
                                .toList())
                .on(
                        "RETR",
                        stage -> {
                            LockSupport.parkNanos(SLOW.toNanos());
                            stage.behave();
                        });
    }

    private static boolean fetches(ScriptedPop3Server drop) {
        return drop.received().stream().anyMatch(command -> command.startsWith("RETR"));
    }

    private static void signIn(String name, ScriptedPop3Server drop) {
        Page page =
                new Visitor()
                        .open("/login")
                        .form("form[action=/login]")
                        .with("username", name)
                        .with("password", "a password")
                        .with("protocol", "pop3")
                        .with("host", "127.0.0.1")
                        .with("port", Integer.toString(drop.port()))
                        .with("security", "none")
                        .submit();
        assertThat(page.status()).as(page.text()).isEqualTo(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
