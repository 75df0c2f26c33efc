package org.postroom.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.KeyboardModifier;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
class JourneyBrowserTest {

    private static final String DONE = "[data-testid=search-status][data-state=done]";

    @Parameter AccountKind kind;

    private Account account;
    private Window window;

    @BeforeEach
    void signIn() {
        account =
                Account.with(
                        kind,
                        Map.of(
                                "INBOX", Corpus.plain(1, 60).toList(),
                                "Archive", Corpus.plain(2, 3).toList(),
                                "Reports", Corpus.plain(2, 3).toList(),
                                "Travel", Corpus.plain(2, 3).toList()));
        window = Browser.window().signIn(account);
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        try {
            window.hasNoComplaints();
        } finally {
            window.close();
        }
    }

    private String subject(int row) {
        return window.mark("row-subject").nth(row).textContent();
    }

    private Locator ticked() {
        return window.page().locator(".row [name=message]:checked");
    }

    private Locator notice() {
        return window.mark("notice");
    }

    private void open(int row) {
        window.mark("message-link").nth(row).click();
        assertThat(window.mark("message-subject")).hasText(subject(row));
    }

    @Test
    void aMessageOpensBesideTheListAndOnlyItsPartIsSent() {
        List<String> documents = documentsFromNowOn();
        open(1);
        assertThat(window.page()).hasURL(Pattern.compile("/message\\?"));
        assertThat(window.page()).hasTitle(subject(1) + " – Postroom");
        assertThat(window.page().locator("body")).hasAttribute("data-view", "message");
        assertThat(window.page().locator("#subject")).isFocused();
        Locator row = window.page().locator(".row[data-open]");
        assertThat(row).hasCount(1);
        assertThat(row.locator("[aria-current=true]")).hasCount(1);
        assertThat(documents).isEmpty();
    }

    private List<String> documentsFromNowOn() {
        List<String> documents = new ArrayList<>();
        window.page()
                .onRequest(
                        request -> {
                            if (request.isNavigationRequest()) {
                                documents.add(request.url());
                            }
                        });
        return documents;
    }

    @Test
    void whatIsOpenedBecomesReadInListAndFolders() {
        Locator inbox = window.page().locator("a[data-mailbox=INBOX]");
        int unseen = Integer.parseInt(inbox.getAttribute("data-unseen"));
        Locator unread = window.page().locator(".row[data-unread]");
        int rows = unread.count();
        unread.first().locator("[data-testid=message-link]").click();
        assertThat(window.page().locator("#subject")).isFocused();
        assertThat(inbox).hasAttribute("data-unseen", Integer.toString(unseen - 1));
        assertThat(unread).hasCount(rows - 1);
    }

    @Test
    void keysReadStarArchiveAndTakeBack() {
        open(0);
        String second = subject(1);
        window.press("j");
        assertThat(window.mark("message-subject")).hasText(second);
        boolean starred = window.row(second).first().getAttribute("data-starred") != null;
        Locator row = window.page().locator(".row[data-open]");
        window.page().waitForResponse("**/changes", () -> window.press("s"));
        assertThat(row.locator(starred ? "[name=star]" : "[name=unstar]")).hasCount(1);
        assertThat(window.mark("message-subject")).hasText(second);
        window.press("e");
        assertThat(notice()).containsText("archived");
        assertThat(window.mark("message-count")).hasText("59 messages");
        assertThat(window.page()).not().hasURL(Pattern.compile("done="));
        window.press("z");
        assertThat(window.mark("message-count")).hasText("60 messages");
    }

    @Test
    void theWayBackLeadsToTheListAndForwardToTheMessage() {
        open(0);
        window.page().goBack();
        assertThat(window.page().locator("body")).hasAttribute("data-view", "list");
        assertThat(window.mark("message-subject")).hasCount(0);
        window.page().goForward();
        assertThat(window.page().locator("body")).hasAttribute("data-view", "message");
        assertThat(window.mark("message-subject")).hasText(subject(0));
    }

    @Test
    void aSearchGoesOnByItselfUntilAllFoldersAreSearched() {
        window.page().fill("#q", "subject:lighthouse");
        window.page().selectOption("#scope", "all");
        window.page().press("#q", "Enter");
        assertThat(window.page().locator(DONE)).isVisible();
        assertThat(window.page().locator("#list-pane")).hasAttribute("aria-busy", "false");
        assertThat(window.mark("stop-search")).hasCount(0);
        long rows = window.page().locator(".row").count();
        assertThat(window.mark("search-status")).containsText(rows + " found");
    }

    @Test
    void aPageIsTickedWithOneBoxThenTheWholeListAndMoved() {
        window.page().check("#page-tick");
        assertThat(ticked()).hasCount(50);
        window.page().check("#list-actions [name=select]");
        window.page().locator("#list-actions .targets > summary").click();
        window.page().selectOption("#list-target", "Travel");
        window.page().click("#list-actions button[value=move]");
        assertThat(notice()).containsText("60 messages");
        assertThat(window.mark("message-count")).hasText("0 messages");
    }

    @Test
    void aRangeIsTickedWithShiftAndClearedAgain() {
        Locator boxes = window.page().locator(".row [name=message]");
        boxes.nth(1).click();
        boxes.nth(4)
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(ticked()).hasCount(4);
        window.page().click("#list-actions button[type=reset]");
        assertThat(ticked()).hasCount(0);
        assertThat(window.page().locator("#page-tick")).not().isChecked();
    }

    @Test
    void aDraggedRowMovesToTheFolder() {
        window.page()
                .locator(".row")
                .nth(2)
                .dragTo(window.page().locator("a[data-mailbox=Reports]"));
        assertThat(notice()).containsText("Reports");
        assertThat(window.mark("message-count")).hasText("59 messages");
    }

    @Test
    void theSheetListsTheKeysAndSwitchesThemOff() {
        window.press("?");
        Locator sheet = window.page().locator("#keys");
        assertThat(sheet).isVisible();
        window.page().check("#keys-off");
        window.press("Escape");
        assertThat(sheet).isHidden();
        window.press("/");
        assertThat(window.page().locator("#q")).not().isFocused();
        window.press("?");
        assertThat(sheet).isVisible();
    }

    @Test
    void menusCloseByEscapeAndByAClickElsewhere() {
        Locator menu = window.page().locator("details.orders");
        menu.locator("summary").click();
        assertThat(menu).hasAttribute("open", "");
        window.press("Escape");
        assertThat(menu).not().hasAttribute("open", "");
        menu.locator("summary").click();
        window.page().locator("#list-heading").click();
        assertThat(menu).not().hasAttribute("open", "");
    }

    @Test
    void longWorkShowsItsProgressUntilItIsDone() {
        account.fill("Reports", Corpus.plain(6, 1_100));
        window.page().locator("a[data-mailbox=Reports]").click();
        assertThat(window.mark("message-count")).hasText("1,103 messages");
        window.page().check("#page-tick");
        window.page().check("#list-actions [name=select]");
        window.page().locator("#list-actions [value=read]").first().click();
        Locator job = window.mark("job");
        assertThat(job).isVisible();
        assertThat(job.locator("form")).hasCount(0);
        job.locator("a").click();
        assertThat(notice()).containsText("1,103");
    }
}
