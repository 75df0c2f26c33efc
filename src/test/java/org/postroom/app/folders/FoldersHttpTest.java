package org.postroom.app.folders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.text.Normalizer;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
class FoldersHttpTest {

    @Parameter AccountKind kind;

    private Mailbox mailbox;

    @BeforeEach
    void signIn() {
        mailbox = Mailbox.of(kind, 2);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    private Page page() {
        return mailbox.visitor().open("/mailboxes");
    }

    private Page create(String name, String parent) {
        return page().markedForm("create-mailbox")
                .with("name", name)
                .with("parent", parent)
                .submit();
    }

    private static Form form(Page page, String mark, String folder) {
        Element hidden =
                page.marks(mark).stream()
                        .flatMap(form -> form.select("input[name=mailbox]").stream())
                        .filter(input -> input.val().equals(folder))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(folder + " not on " + page.text()));
        int index = page.marks(mark).indexOf(hidden.closest("form"));
        return page.form("form[data-testid=" + mark + "]", index);
    }

    @Test
    void aFolderIsCreatedAndShown() {
        Page page = create("Boats", "");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.mark("notice").text()).contains("“Boats” created");
        assertThat(page.has("a[data-mailbox=Boats]")).isTrue();
        assertThat(mailbox.other().mailboxes()).contains("Boats");
        assertThat(mailbox.other().subscriptions()).contains("Boats");
    }

    @Test
    void aFolderIsCreatedInsideAnother() {
        create("Boats", "");
        Page page = create("Sails", "Boats");
        assertThat(page.mark("notice").text()).contains("“Sails” created");
        assertThat(mailbox.other().mailboxes()).contains("Boats/Sails");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Größe & Maß",
                "日本語のメール",
                "صندوق",
                "a & b",
                "&AOk-",
                "\"quoted\"",
                "back\\slash",
                "⛵ boats 🚢",
                "it's",
                "50% off",
                "*",
                "a%b",
                "~tilde",
                "plus+sign",
                "a?b=c#d",
                "<b>bold<b>",
                "e\u0301",
                "name@host",
                "x y  z"
            })
    void anyNameIsKeptAsItWasTyped(String typed) {
        Page page = create(typed, "");
        String name = kept(typed);
        if (page.status() == 400) {
            assertThat(name).as(page.text()).matches(".*[*%~].*");
            assertThat(page.mark("error-banner").text()).isNotBlank();
            return;
        }
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(mailbox.other().mailboxes()).contains(name);
        Page list = mailbox.visitor().open(link(page, name).attr("href"));
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.one("h1").text()).isEqualTo(name.replaceAll(" +", " "));
        takesAMessageAndGoes(name);
    }

    private void takesAMessageAndGoes(String name) {
        Page moved =
                Mailbox.ticked(mailbox.inbox(), 0).with("target", name).press("action", "move");
        assertThat(moved.status()).isEqualTo(200);
        assertThat(mailbox.other().count(name)).isEqualTo(1);
        assertThat(form(page(), "delete-mailbox", name).submit().status()).isEqualTo(200);
        assertThat(mailbox.other().mailboxes()).doesNotContain(name);
    }

    // The database writes each letter in one way only.
    private String kept(String name) {
        return kind == AccountKind.IMAP ? name : Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private static Element link(Page page, String name) {
        return page.dom().select("a[data-mailbox]").stream()
                .filter(a -> a.attr("data-mailbox").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.text()));
    }

    @Test
    void aRenamedFolderTakesItsChildrenAndMessagesAlong() {
        create("Boats", "");
        create("Sails", "Boats");
        Mailbox.ticked(mailbox.inbox(), 0).with("target", "Boats/Sails").press("action", "move");
        Page page = form(page(), "rename-mailbox", "Boats").with("name", "Ships").submit();
        assertThat(page.mark("notice").text()).contains("“Ships” renamed");
        assertThat(mailbox.other().mailboxes())
                .contains("Ships", "Ships/Sails")
                .doesNotContain("Boats", "Boats/Sails");
        assertThat(mailbox.other().count("Ships/Sails")).isEqualTo(1);
        assertThat(page.has("a[data-mailbox='Ships/Sails']")).isTrue();
    }

    @Test
    void aFolderIsMovedIntoAnotherAndToTheTop() {
        create("Boats", "");
        create("Sails", "");
        form(page(), "rename-mailbox", "Sails").with("parent", "Boats").submit();
        assertThat(mailbox.other().mailboxes()).contains("Boats/Sails").doesNotContain("Sails");
        form(page(), "rename-mailbox", "Boats/Sails").with("parent", "").submit();
        assertThat(mailbox.other().mailboxes()).contains("Sails").doesNotContain("Boats/Sails");
    }

    @Test
    void aFolderCannotBeMovedIntoItself() {
        create("Boats", "");
        Page page = form(page(), "rename-mailbox", "Boats").with("parent", "Boats").submit();
        assertThat(page.status()).isEqualTo(400);
        assertThat(mailbox.other().mailboxes()).contains("Boats");
    }

    @Test
    void savingARenameWithoutAChangeChangesNothing() {
        create("Boats", "");
        Page page = form(page(), "rename-mailbox", "Boats").submit();
        assertThat(page.status()).isEqualTo(200);
        assertThat(mailbox.other().mailboxes()).contains("Boats");
    }

    @Test
    void aDeletedFolderIsGone() {
        create("Boats", "");
        Page page = form(page(), "delete-mailbox", "Boats").submit();
        assertThat(page.mark("notice").text()).contains("“Boats” deleted");
        assertThat(page.has("a[data-mailbox=Boats]")).isFalse();
        assertThat(mailbox.other().mailboxes()).doesNotContain("Boats");
    }

    @Test
    void aFolderLeavesTheListAndComesBack() {
        create("Boats", "");
        Page page = form(page(), "subscribe", "Boats").press("subscribed", "false");
        assertThat(mailbox.other().subscriptions()).doesNotContain("Boats");
        assertThat(page.has("a[data-mailbox=Boats]")).isFalse();
        assertThat(form(page, "subscribe", "Boats").press("subscribed", "true").status())
                .isEqualTo(200);
        assertThat(mailbox.other().subscriptions()).contains("Boats");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a/b", "/", "a\u0007b", "a\nb", "\u0000", "../x", "a\u0085"})
    void aNameThatNoFolderCanHaveIsRefused(String name) {
        List<String> before = mailbox.other().mailboxes();
        Page page = create(name, "");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.mark("error-banner").text()).contains("cannot have this name");
        assertThat(mailbox.other().mailboxes()).isEqualTo(before);
    }

    @Test
    void aVeryLongNameIsRefusedAndStaysInTheField() {
        String name = "long ".repeat(kind == AccountKind.IMAP ? 60 : 220).strip();
        Page page = create(name, "");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.mark("error-banner").text()).isNotBlank();
        assertThat(page.one("form[data-testid=create-mailbox] input[name=name]").val())
                .isEqualTo(name);
    }

    @Test
    void anExistingNameIsRefused() {
        create("Boats", "");
        Page page = create("Boats", "");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.mark("error-banner").text()).contains("a folder of this name already");
        create("Ships", "");
        page = form(page(), "rename-mailbox", "Ships").with("name", "Boats").submit();
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.mark("error-banner").text()).contains("a folder of this name already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INBOX", "inbox", "Inbox"})
    void theInboxIsNeitherCreatedNorRenamedNorDeleted(String inbox) {
        create("Boats", "");
        assertThat(create(inbox, "").status()).isEqualTo(400);
        Page page = page();
        assertThat(form(page, "delete-mailbox", "Boats").with("mailbox", inbox).submit().status())
                .isEqualTo(400);
        assertThat(
                        form(page, "rename-mailbox", "Boats")
                                .with("mailbox", inbox)
                                .with("name", "X")
                                .submit()
                                .status())
                .isEqualTo(400);
        assertThat(mailbox.other().count("INBOX")).isEqualTo(2);
        assertThat(mailbox.other().mailboxes()).contains("INBOX").doesNotContain("X");
    }

    @Test
    void whatAnotherProgramHasRemovedIsSaid() {
        create("Boats", "");
        create("Ships", "");
        Page page = page();
        mailbox.other().delete("Boats");
        mailbox.other().delete("Ships");
        assertThat(form(page, "delete-mailbox", "Boats").submit().status()).isEqualTo(404);
        assertThat(form(page, "rename-mailbox", "Ships").with("name", "X").submit().status())
                .isEqualTo(404);
        assertThat(mailbox.visitor().open("/mailbox?name=Boats").status()).isEqualTo(404);
        assertThat(page().has("a[data-mailbox=Boats]")).isFalse();
    }
}
