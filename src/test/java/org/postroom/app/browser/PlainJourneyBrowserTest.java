package org.postroom.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.Browser;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.Window;
import org.postroom.testing.corpus.Corpus;

@QuarkusTest
@OnEveryAccount
class PlainJourneyBrowserTest {

    @Parameter AccountKind kind;

    @Test
    void everythingWorksWhereNoScriptRuns() {
        Account account = Account.with(kind, Corpus.plain(3, 5));
        try (Window window = Browser.withoutScript()) {
            window.signIn(account);
            reads(window);
            searches(window);
            createsAFolder(window);
            movesAMessage(window);
            window.page().locator(".account > summary").click();
            window.page().locator(".account [data-testid=logout] button").click();
            assertThat(window.page()).hasURL(Pattern.compile("/login$"));
        }
    }

    private static void reads(Window window) {
        String subject = window.mark("row-subject").first().textContent();
        window.mark("message-link").first().click();
        assertThat(window.mark("message-subject")).hasText(subject);
        window.mark("next-message").click();
        assertThat(window.mark("message-text")).isVisible();
    }

    private static void searches(Window window) {
        String word = window.mark("row-subject").nth(2).textContent();
        window.page().fill("#q", "subject:\"" + word + "\"");
        window.page().press("#q", "Enter");
        assertThat(window.mark("search-status")).hasAttribute("data-state", "done");
        assertThat(window.mark("row-subject").first()).hasText(word);
    }

    private static void createsAFolder(Window window) {
        window.page().locator("[data-page=folders]").first().click();
        window.page().fill("#new-name", "Boats");
        window.page().locator("[data-testid=create-mailbox] button").click();
        assertThat(window.page().locator("a[data-mailbox=Boats]")).isVisible();
    }

    private static void movesAMessage(Window window) {
        window.page().locator("a[data-mailbox=INBOX]").click();
        window.page().locator(".row [name=message]").first().check();
        window.page().locator("#list-actions .targets > summary").click();
        window.page().selectOption("#list-target", "Boats");
        window.page().locator("#list-actions button[value=move]").click();
        assertThat(window.mark("notice")).containsText("Boats");
        assertThat(window.mark("message-count")).hasText("4 messages");
        window.page().locator("[data-testid=undo] button").click();
        assertThat(window.mark("message-count")).hasText("5 messages");
    }
}
