package org.postroom.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.Browser;
import org.postroom.app.support.Mailbox;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.Window;

/** One person, signed in in two browsers that have nothing in common. */
@QuarkusTest
@OnEveryAccount
class TwoBrowsersBrowserTest {

    @Parameter AccountKind kind;

    private Window here;
    private Window there;

    @BeforeEach
    void signInTwice() {
        Account account = Mailbox.account(kind, 4);
        here = Browser.window().signIn(account);
        there = Browser.window().signIn(account);
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        try (Window first = here;
                Window second = there) {
            first.hasNoComplaints();
            second.hasNoComplaints();
        }
    }

    @Test
    void whatOneBrowserDoesTheOtherShows() {
        star(here, Mailbox.subject(2));
        read(there, Mailbox.subject(1));
        for (Window window : new Window[] {here, there}) {
            window.page().navigate("/mailbox?name=INBOX");
            assertThat(rows(window, "[data-starred]")).hasCount(1);
            assertThat(rows(window, "[data-starred]")).containsText(Mailbox.subject(2));
            assertThat(rows(window, ":not([data-unread])")).hasCount(1);
            assertThat(rows(window, ":not([data-unread])")).containsText(Mailbox.subject(1));
        }
    }

    @Test
    void aMessageThatOneBrowserArchivesIsInTheArchiveOfTheOther() {
        read(here, Mailbox.subject(3));
        here.page().waitForResponse("**/changes", () -> here.press("e"));
        assertThat(here.mark("notice")).containsText("archived");
        there.page().navigate("/mailbox?name=Archive");
        assertThat(there.row(Mailbox.subject(3))).hasCount(1);
        there.page().navigate("/mailbox?name=INBOX");
        assertThat(there.mark("message-count")).hasText("3 messages");
        here.press("z");
        assertThat(here.mark("message-count")).hasText("4 messages");
        there.page().reload();
        assertThat(there.mark("message-count")).hasText("4 messages");
    }

    private static void star(Window window, String subject) {
        window.page()
                .waitForResponse(
                        "**/changes",
                        () -> window.row(subject).locator("[name=star]").first().click());
    }

    private static void read(Window window, String subject) {
        window.row(subject).locator("[data-testid=message-link]").first().click();
        assertThat(window.mark("message-subject")).hasText(subject);
    }

    private static Locator rows(Window window, String which) {
        return window.page().locator(".row" + which);
    }
}
