package org.postroom.app.browser;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.Browser;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.Window;
import org.postroom.testing.corpus.Corpus;

@QuarkusTest
@OnEveryAccount
class AccessibilityBrowserTest {

    @Parameter AccountKind kind;

    /** How to come to each page from the inbox. */
    private static final Map<String, Consumer<Window>> PAGES =
            Map.ofEntries(
                    entry("list", _ -> {}),
                    entry("selection", window -> window.page().check("#page-tick")),
                    entry("message", AccessibilityBrowserTest::openAMessage),
                    entry("search", at("/search?q=a&scope=mailbox")),
                    entry("nothing found", at("/search?q=nowhere-at-all")),
                    entry("folders", at("/mailboxes")),
                    entry("health", at("/account")),
                    entry("settings", at("/settings")),
                    entry("keys", window -> window.press("?")),
                    entry("confirm", AccessibilityBrowserTest::askToEmptyTheTrash),
                    entry("error", at("/mailbox?name=Nowhere")));

    private static final List<String> WIDE =
            List.of(
                    "/mailbox?name=INBOX",
                    "/search?q=a&scope=all",
                    "/mailboxes",
                    "/account",
                    "/settings");

    private static Consumer<Window> at(String address) {
        return window -> window.page().navigate(address);
    }

    private static void openAMessage(Window window) {
        window.mark("message-link").first().click();
        window.page().waitForSelector("#subject");
    }

    private static void askToEmptyTheTrash(Window window) {
        window.page().locator("a[data-special-use=trash]").click();
        window.page().waitForSelector("[data-testid=empty-mailbox]", attached());
        window.page().locator(".filters details > summary").click();
        window.page().locator("[data-testid=empty-mailbox] button").click();
        window.page().waitForSelector(".confirm");
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private Account account() {
        return Account.with(
                kind,
                Map.of(
                        "INBOX", Corpus.plain(4, 60).toList(),
                        "Trash", Corpus.plain(5, 2).toList()));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noPageHasABarrier(ColorScheme scheme) {
        NewContextOptions options =
                new NewContextOptions().setViewportSize(1280, 800).setColorScheme(scheme);
        SoftAssertions all = new SoftAssertions();
        try (Window window = Browser.window(options)) {
            window.page().navigate("/login");
            check(window, "sign-in", all);
            window.signIn(account());
            PAGES.forEach((name, way) -> visit(window, name, way, all));
            window.hasNoComplaints();
        }
        all.assertAll();
    }

    private static void visit(
            Window window, String name, Consumer<Window> way, SoftAssertions all) {
        window.page().navigate("/mailbox?name=INBOX");
        try {
            way.accept(window);
            check(window, name, all);
        } catch (PlaywrightException e) {
            all.fail(name, e);
        }
    }

    private static void check(Window window, String name, SoftAssertions all) {
        AxeResults results = new AxeBuilder(window.page()).analyze();
        assertThat(results.getPasses()).as(name).isNotEmpty();
        List<String> barriers =
                results.getViolations().stream()
                        .flatMap(
                                rule ->
                                        rule.getNodes().stream()
                                                .map(n -> rule.getId() + ": " + n.getHtml()))
                        .toList();
        all.assertThat(barriers).as(name).isEmpty();
    }

    @Test
    void nothingScrollsSidewaysOnATelephone() {
        NewContextOptions options =
                new NewContextOptions()
                        .setViewportSize(390, 844)
                        .setHasTouch(true)
                        .setIsMobile(true);
        SoftAssertions all = new SoftAssertions();
        try (Window window = Browser.window(options).signIn(account())) {
            for (String address : WIDE) {
                window.page().navigate(address);
                all.assertThat(tooWide(window)).as(address).isZero();
            }
            window.page().navigate("/mailbox?name=INBOX");
            openAMessage(window);
            all.assertThat(tooWide(window)).as("message").isZero();
        }
        all.assertAll();
    }

    private static int tooWide(Window window) {
        String width =
                "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        return (int) window.page().evaluate(width);
    }
}
