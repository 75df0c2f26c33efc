package org.postroom.app.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.app.support.Mailbox.mail;
import static org.postroom.app.support.Mailbox.ticked;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.Form;
import org.postroom.app.support.Mailbox;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.Page;

@QuarkusTest
@OnEveryAccount
class RefusedChangesHttpTest {

    @Parameter AccountKind kind;

    @Test
    void whereTheMailboxWasMadeAnewNothingIsDone() {
        try (Mailbox mailbox = Mailbox.of(kind, 2)) {
            mailbox.other().create("Work");
            mailbox.other().put("Work", mail(0).message(), mail(1).message());
            Page list = mailbox.visitor().open("/mailbox?name=Work");
            Form form = ticked(list, 0, 1);
            mailbox.other().delete("Work");
            mailbox.other().create("Work");
            mailbox.other().put("Work", mail(0).message(), mail(1).message());
            Page done = form.press("action", "delete");
            assertThat(done.status()).as(done.text()).isEqualTo(409);
            assertThat(done.mark("error-banner").text()).contains("nothing was changed");
            assertThat(mailbox.other().count("Work")).isEqualTo(2);
            assertThat(mailbox.other().count("Trash")).isZero();
        }
    }

    @Test
    void nothingTickedIsSaid() {
        try (Mailbox mailbox = Mailbox.of(kind, 1)) {
            Page page = mailbox.inbox().markedForm("list-actions").press("action", "archive");
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.mark("error-banner").text()).contains("No message was ticked");
        }
    }

    @Test
    void movingNowhereOrToAFolderThatIsGoneIsSaid() {
        try (Mailbox mailbox = Mailbox.of(kind, 1)) {
            Page page = ticked(mailbox.inbox(), 0).without("target").press("action", "move");
            assertThat(page.status()).isEqualTo(400);
            page = ticked(mailbox.inbox(), 0).with("target", "Gone").press("action", "move");
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.mark("error-banner").text()).contains("no folder of this name");
            assertThat(mailbox.other().count("INBOX")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.",
                ".1",
                "0.0",
                "1.0",
                "1.99999999999",
                "-1.1",
                "1.1@",
                "a.b",
                "1.1@\u0001",
                "1.1@a\nb",
                " 1.1"
            })
    void malformedMessagesAreRefused(String message) {
        try (Mailbox mailbox = Mailbox.of(kind, 1)) {
            Page page =
                    mailbox.inbox()
                            .markedForm("list-actions")
                            .with("message", message)
                            .press("action", "delete");
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.mark("error-banner").text()).isNotBlank();
            assertThat(mailbox.other().count("INBOX")).isEqualTo(1);
        }
    }

    @Test
    void anUnknownActionIsRefused() {
        try (Mailbox mailbox = Mailbox.of(kind, 1)) {
            Page page = ticked(mailbox.inbox(), 0).press("action", "explode");
            assertThat(page.status()).isEqualTo(400);
            assertThat(ticked(mailbox.inbox(), 0).submit().status()).isEqualTo(400);
            page = ticked(mailbox.inbox(), 0).with("label", "\\Seen").press("action", "label");
            assertThat(page.status()).isEqualTo(400);
            page = ticked(mailbox.inbox(), 0).with("label", "a b").press("action", "label");
            assertThat(page.status()).isEqualTo(400);
            page =
                    ticked(mailbox.inbox(), 0)
                            .with("back", "//elsewhere.example/")
                            .press("action", "read");
            assertThat(page.status()).isEqualTo(400);
        }
    }

    @Test
    void aFormWithoutOrWithAForgedTokenDoesNothing() {
        try (Mailbox mailbox = Mailbox.of(kind, 1);
                Mailbox another = Mailbox.of(kind, 1)) {
            String theirs =
                    another.inbox().one("form[data-testid=list-actions] [name=csrf-token]").val();
            for (String token : List.of("", "forged", theirs)) {
                Page page =
                        ticked(mailbox.inbox(), 0)
                                .with("csrf-token", token)
                                .press("action", "delete");
                assertThat(page.status()).isEqualTo(400);
                assertThat(page.mark("error-banner").text()).contains("no longer valid");
            }
            Page page = ticked(mailbox.inbox(), 0).without("csrf-token").press("action", "delete");
            assertThat(page.status()).isEqualTo(400);
            assertThat(mailbox.other().count("INBOX")).isEqualTo(1);
        }
    }

    @Test
    void aFormFromAnotherSiteDoesNothing() {
        try (Mailbox mailbox = Mailbox.of(kind, 1)) {
            Form form = ticked(mailbox.inbox(), 0);
            mailbox.visitor().withHeader("Sec-Fetch-Site", "cross-site");
            assertThat(form.press("action", "delete").status()).isEqualTo(400);
            mailbox.visitor().withHeader("Sec-Fetch-Site", "same-origin");
            assertThat(form.press("action", "delete").status()).isEqualTo(200);
        }
    }

    @Test
    void asAPartAChangeAnswersWithParts() {
        try (Mailbox mailbox = Mailbox.of(kind, 1)) {
            Page part = mailbox.visitor().part("/mailbox?name=INBOX");
            assertThat(part.has("#list-pane")).isTrue();
            assertThat(part.has("header.top, title")).isFalse();
            assertThat(part.headers().getValues("Vary").toString()).contains("HX-Request");
            Form form = mailbox.inbox().markedForm("list-actions");
            mailbox.visitor().withHeader("HX-Request", "true");
            Page refused = form.press("action", "read");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.headers().getValue("HX-Retarget")).isEqualTo("#notice");
            assertThat(refused.has("title")).isFalse();
        }
    }
}
