package org.postroom.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.Browser;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Window;
import org.postroom.testing.corpus.Corpus;

/** What a server that speaks IMAP is asked for, and what is shown when it is not there. */
@QuarkusTest
class ServerFailureBrowserTest {

    private final Account account = Account.with(AccountKind.IMAP, Corpus.plain(1, 3));

    @Test
    void aFailureIsSaidAndTheListStays() {
        try (Window window = Browser.window().signIn(account)) {
            MailServers.proxy().refuse();
            MailServers.proxy().cut();
            window.mark("message-link").first().click();
            assertThat(window.mark("error-banner").first()).isVisible();
            assertThat(window.page().locator(".row").first()).isVisible();
            window.hasNoComplaints();
        } finally {
            MailServers.proxy().accept();
        }
    }

    @Test
    void openingAMessageDoesNotAskForTheQuota() {
        try (Window window = Browser.window().signIn(account)) {
            MailServers.proxy().forgetCommands();
            window.mark("message-link").first().click();
            assertThat(window.page().locator("#subject")).isFocused();
            assertThat(MailServers.proxy().commands().stream().filter(c -> c.contains("QUOTA")))
                    .isEmpty();
        }
    }
}
