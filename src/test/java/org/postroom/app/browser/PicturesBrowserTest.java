package org.postroom.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.Browser;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.PictureServer;
import org.postroom.app.support.Window;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.corpus.MessageDraft;
import org.postroom.testing.corpus.MimePart;
import org.postroom.testing.corpus.TransferEncoding;

@QuarkusTest
@OnEveryAccount
class PicturesBrowserTest {

    private static final Instant WHEN = Instant.parse("2026-03-01T12:00:00Z");

    @Parameter AccountKind kind;

    @Test
    void picturesAppearWhenTheReaderAsksAndNobodyIsAskedBefore() {
        try (PictureServer sender = new PictureServer();
                Window window = Browser.window()) {
            List<String> elsewhere = requestsElsewhere(window);
            window.signIn(accountWithMail(sender));
            window.mark("message-link").first().click();
            window.mark("held-images").waitFor();
            window.page().waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(widths(window)).hasSize(3);
            assertThat(sender.requests()).isEmpty();

            showPictures(window);
            appears(window, 0, 64);
            appears(window, 1, 48);
            window.page().waitForCondition(() -> sender.requests().size() == 3);
            assertThat(widths(window)).containsExactly(64, 48, 0);
            assertThat(sender.requests())
                    .containsExactlyInAnyOrder("/a.png?reader=1", "/b.jpg", "/gone.png");
            assertThat(elsewhere).isEmpty();
        }
    }

    private static List<String> requestsElsewhere(Window window) {
        List<String> elsewhere = new CopyOnWriteArrayList<>();
        window.page()
                .onRequest(
                        request -> {
                            if (!request.url().matches("(http://localhost:|data:).*")) {
                                elsewhere.add(request.url());
                            }
                        });
        return elsewhere;
    }

    private static void showPictures(Window window) {
        window.mark("show-images").locator("button").click();
        window.mark("held-images")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static void appears(Window window, int place, int width) {
        Locator picture =
                window.page().frameLocator("[data-testid=message-frame]").locator("img").nth(place);
        PlaywrightAssertions.assertThat(picture).hasJSProperty("naturalWidth", width);
    }

    /** How wide the pictures in the frame really are; 0 where none has come. */
    private static List<Integer> widths(Window window) {
        FrameLocator frame = window.page().frameLocator("[data-testid=message-frame]");
        frame.locator("img").first().waitFor();
        return frame.locator("img").elementHandles().stream()
                .map(PicturesBrowserTest::width)
                .toList();
    }

    private static int width(ElementHandle picture) {
        return ((Number) picture.evaluate("img => img.naturalWidth")).intValue();
    }

    private Account accountWithMail(PictureServer sender) {
        String html =
                "<p>Three sails</p><img src='%s?reader=1' width=64 height=40 alt='One'><img src='%s' width=48 height=40 alt='Two'><img src='%s' width=40 height=40 alt='Three'>"
                        .formatted(
                                sender.picture("/a.png", "png", 64, 40),
                                sender.picture("/b.jpg", "jpeg", 48, 40),
                                sender.file("/gone.png", "text/plain", new byte[] {1}));
        return Account.with(kind, Stream.of(message(html)));
    }

    private static CorpusMessage message(String html) {
        MimePart body =
                MimePart.text("html", html, StandardCharsets.UTF_8, TransferEncoding.BASE64);
        byte[] raw =
                new MessageDraft()
                        .field("From: News <news@example.org>")
                        .field("To: reader@example.org")
                        .subject("Sails")
                        .date(WHEN)
                        .with(body);
        return new CorpusMessage(raw, Set.of(), WHEN, "INBOX");
    }
}
