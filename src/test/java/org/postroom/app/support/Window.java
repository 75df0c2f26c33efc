package org.postroom.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.postroom.testing.server.MailUser;

/** A window of the browser, and what it complained about: errors of scripts, violated policies. */
public final class Window implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Window(BrowserContext context) {
        this.context = context;
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(
                message -> {
                    // A status of 400 and above is told as an error too.
                    if (message.type().equals("error")
                            && !message.text().startsWith("Failed to load resource")
                            && !message.text().startsWith("Response Status Error")) {
                        complaints.add(message.text());
                    }
                });
    }

    /** The page that it shows. */
    public Page page() {
        return page;
    }

    /** Signs in and waits for the inbox. */
    public Window signIn(MailUser user) {
        return signIn(new Account(AccountKind.IMAP, user));
    }

    /** Signs in to an account and waits for the inbox. */
    public Window signIn(Account account) {
        MailUser user = account.user();
        page.navigate("/login");
        account.kind().choose(page);
        page.fill("#username", user.login());
        page.fill("#password", user.password());
        page.click("button.main");
        page.waitForURL("**/mailbox?**");
        return this;
    }

    /** What has this {@code data-testid}. */
    public Locator mark(String testId) {
        return page.locator("[data-testid=" + testId + "]");
    }

    /** The line of the list with this subject. */
    public Locator row(String subject) {
        return page.locator(".row")
                .filter(new Locator.FilterOptions().setHas(page.getByText(subject).first()));
    }

    /** Presses keys one after another. */
    public void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Whether nothing was complained about until now. */
    public void hasNoComplaints() {
        assertThat(complaints).as(page.url()).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
