package org.postroom.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.app.support.Browser;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Window;
import org.postroom.testing.corpus.PlainMail;
import org.postroom.testing.server.CountingProxy;
import org.postroom.testing.server.MailUser;

/** What comes from a maildrop appears on the page by itself. */
@QuarkusTest
class MaildropBrowserTest {

    private static final long SEED = 12;

    private final MailUser user = MailServers.dovecot().newUser();
    private final CountingProxy drops = CountingProxy.beforePop3(MailServers.dovecot().pop3Port());

    @BeforeEach
    void fill() {
        MailServers.dovecot()
                .fill(
                        user,
                        "INBOX",
                        IntStream.range(0, 3)
                                .mapToObj(n -> PlainMail.of(SEED, n).message().withFlags()));
    }

    @AfterEach
    void end() {
        drops.close();
    }

    @Test
    void headersAppearInTheList() {
        drops.cutBefore("TOP");
        try (Window window = signIn()) {
            window.page().navigate("/mailbox?name=INBOX");
            assertThat(window.page().locator(".row[data-pending]").count()).isEqualTo(3);
            goOn(window);
            window.row(PlainMail.of(SEED, 0).subject()).waitFor();
            window.page().waitForCondition(() -> window.mark("index-progress").count() == 0);
            assertThat(window.page().locator(".row[data-pending]").count()).isZero();
            assertThat(window.page().locator("#main > nav, #main nav.folders").count()).isZero();
            window.hasNoComplaints();
        }
    }

    @Test
    void aTextAppearsInItsMessage() {
        drops.cutBefore("RETR");
        try (Window window = signIn()) {
            window.page().navigate("/mailbox?name=INBOX");
            window.row(PlainMail.of(SEED, 0).subject()).locator(".link").click();
            window.mark("content-pending").waitFor();
            goOn(window);
            window.page()
                    .waitForSelector(
                            "[data-testid=message-text]",
                            new Page.WaitForSelectorOptions().setTimeout(40_000));
            assertThat(window.mark("content-pending").count()).isZero();
            assertThat(window.page().locator(".row[data-open]").count()).isEqualTo(1);
            window.hasNoComplaints();
        }
    }

    /**
     * Signs in; the first session with the drop is cut, and there is no other until {@link #goOn}.
     */
    private Window signIn() {
        Window window = Browser.window();
        signIn(window);
        drops.refuse();
        untilTrouble(window);
        return window;
    }

    private void signIn(Window window) {
        Page page = window.page();
        page.navigate("/login");
        page.fill("#username", user.login());
        page.fill("#password", user.password());
        page.locator("details.servers > summary").click();
        page.selectOption("#protocol", "pop3");
        page.fill("#host", "127.0.0.1");
        page.fill("#port", Integer.toString(drops.port()));
        page.selectOption("#security", "none");
        page.click("button.main");
        page.waitForURL("**/mailbox?**");
    }

    private static void untilTrouble(Window window) {
        window.page().navigate("/account");
        window.page()
                .waitForCondition(
                        () ->
                                window.mark("health-state")
                                        .getAttribute("data-state")
                                        .equals("trouble"));
    }

    /** In a second tab of the same browser; a contact that was refused may just be ending. */
    private void goOn(Window window) {
        drops.accept();
        try (Page tab = window.page().context().newPage()) {
            tab.waitForCondition(() -> worksAfterAnotherLook(tab));
        }
    }

    private static boolean worksAfterAnotherLook(Page tab) {
        tab.navigate("/account");
        String state = tab.getAttribute("[data-testid=health-state]", "data-state");
        if (state.equals("trouble")) {
            tab.click("[data-testid=check-now] button");
        }
        return !state.equals("trouble");
    }
}
