package org.postroom.faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postroom.testing.corpus.Corpus;
import org.postroom.testing.server.MailUser;

/** Somebody with a browser, while the replicas are killed in turn: one click, one kill. */
class JourneyBrowserTest {

    private static final List<String> FLAGS =
            List.of("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run");
    private static final int MESSAGES = 20;

    private static Cluster cluster;
    private static Playwright playwright;
    private static Page page;

    private int kills;

    @BeforeAll
    static void open() {
        cluster = Cluster.shared();
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        page =
                chromium()
                        .newPage(
                                new Browser.NewPageOptions()
                                        .setBaseURL(cluster.front().address())
                                        .setViewportSize(1280, 800));
    }

    private static Browser chromium() {
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(FLAGS));
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    private static Locator mark(String testId) {
        return page.locator("[data-testid=" + testId + "]");
    }

    /** The next replica dies now; the one before is back. */
    private void kill() {
        cluster.replicas().forEach(Replica::awaitReady);
        cluster.replicas().get(kills++ % 2).kill();
    }

    private static void rows(int count) {
        assertThat(page.locator(".row")).hasCount(count);
    }

    @Test
    void aJourneyGoesOnWhileReplicasAreKilledInTurn() {
        signIn();
        kill();
        mark("message-link").nth(1).click();
        assertThat(mark("message-subject")).isVisible();
        kill();
        page.keyboard().press("e");
        rows(MESSAGES - 1);
        kill();
        mark("undo").locator("button").click();
        rows(MESSAGES);
        kill();
        page.locator("a[data-mailbox=Archive]").click();
        rows(0);
        page.locator("a[data-mailbox=INBOX]").click();
        rows(MESSAGES);
    }

    private static void signIn() {
        MailUser user = cluster.mail().newUser();
        cluster.mail().fill(user, "INBOX", Corpus.plain(1, MESSAGES));
        page.navigate("/login");
        page.fill("#username", user.login());
        page.fill("#password", user.password());
        page.click("button.main");
        page.waitForURL(Pattern.compile("/mailbox\\?"));
        rows(MESSAGES);
    }
}
