package org.postroom.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.BigMailbox;
import org.postroom.app.support.Browser;
import org.postroom.app.support.Window;
import org.postroom.testing.corpus.PlainMail;

/** A mailbox of 100,000 messages in a real browser, as somebody uses it. */
@QuarkusTest
class BigMailboxBrowserTest {

    private static final BigMailbox BIG = BigMailbox.of(AccountKind.IMAP);

    private static final int ROWS = 50;
    private static final int BEFORE_PAGE_1000 = 999 * ROWS;

    private Window window;

    @BeforeEach
    void signIn() {
        window = Browser.window().signIn(BIG.account());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void itsFirstPageAndItsPage1000AreThere() {
        assertThat(window.mark("message-count")).hasText("100,000 messages");
        assertThat(window.mark("row-subject").first()).hasText(subject(0));
        window.page().navigate("/mailbox?name=INBOX&page=1000");
        assertThat(window.mark("row-subject").first()).hasText(subject(BEFORE_PAGE_1000));
        window.mark("message-link").nth(3).click();
        assertThat(window.mark("message-subject")).hasText(subject(BEFORE_PAGE_1000 + 3));
        assertThat(window.mark("message-text")).containsText("no. ");
        assertThat(window.page().locator(".position")).containsText("49,954 of 100,000");
    }

    @Test
    void itIsSearchedBySubjectAndByBody() {
        for (String query : new String[] {"subject:", "body:"}) {
            window.page().fill("#q", query + PlainMail.RARE_WORD);
            window.page().press("#q", "Enter");
            assertThat(window.page()).hasURL(Pattern.compile("q=" + query.replace(":", "%3A")));
            assertThat(window.page().locator(".row")).hasCount(ROWS);
            assertThat(window.mark("row-subject").first()).containsText(PlainMail.RARE_WORD);
        }
    }

    @Test
    void aPageOfItIsStarredAndMovedAndPutBack() {
        window.page().navigate("/mailbox?name=INBOX&page=600");
        window.page().check("#page-tick");
        window.page().click("#list-actions button[value=star]");
        assertThat(window.mark("notice")).containsText("starred");
        window.mark("undo").locator("button").click();
        assertThat(window.mark("notice")).containsText("Undone");
        window.page().check("#page-tick");
        window.page().locator("#list-actions .targets > summary").click();
        window.page().selectOption("#list-target", "Archive");
        window.page().click("#list-actions button[value=move]");
        assertThat(window.mark("message-count")).hasText("99,950 messages");
        window.mark("undo").locator("button").click();
        assertThat(window.mark("message-count")).hasText("100,000 messages");
    }

    @Test
    void besideItFoldersAreMadeRenamedAndDeleted() {
        window.page().navigate("/mailboxes");
        window.page().fill("#new-name", "Sailcloth");
        window.page().locator("[data-testid=create-mailbox] button").click();
        assertThat(window.page().locator("a[data-mailbox=Sailcloth]")).isVisible();
        edit("rename", "Sailcloth");
        window.page().locator("details[open] input[name=name]").fill("Canvas");
        window.page().locator("details[open] [data-testid=rename-mailbox] button").click();
        assertThat(window.page().locator("a[data-mailbox=Canvas]")).isVisible();
        edit("delete", "Canvas");
        window.page().locator("details[open] [data-testid=delete-mailbox] button").click();
        assertThat(window.page().locator("a[data-mailbox=Canvas]")).hasCount(0);
    }

    private void edit(String what, String folder) {
        window.page()
                .locator(".folder-row")
                .filter(new Locator.FilterOptions().setHasText(folder))
                .locator("." + what + " > summary")
                .click();
    }

    private static String subject(int fromTheNewest) {
        return BigMailbox.mail(BIG.size() - 1 - fromTheNewest).subject();
    }
}
