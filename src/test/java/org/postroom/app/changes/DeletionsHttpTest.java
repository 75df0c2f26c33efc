package org.postroom.app.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.app.support.Mailbox.subject;
import static org.postroom.app.support.Mailbox.ticked;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.Form;
import org.postroom.app.support.Mailbox;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.Page;

@QuarkusTest
@OnEveryAccount
class DeletionsHttpTest {

    @Parameter AccountKind kind;

    @Test
    void deletingInTrashAsksFirst() {
        try (Mailbox mailbox = Mailbox.of(kind, 3)) {
            ticked(mailbox.inbox(), 0, 1).press("action", "delete");
            Page trash = mailbox.visitor().open("/mailbox?name=Trash");
            Page question = ticked(trash, 0).press("action", "delete");
            assertThat(question.one("h1").text()).isEqualTo("Delete 1 message for good?");
            assertThat(mailbox.other().count("Trash")).isEqualTo(2);
            Page kept = question.follow(".confirm a");
            assertThat(kept.subjects()).hasSize(2);
            Page done = question.markedForm("list-actions").press("action", "delete");
            assertThat(done.mark("notice").text()).contains("1 message deleted for good");
            assertThat(done.has("form[data-testid=undo]")).isFalse();
            assertThat(mailbox.other().subjects("Trash")).containsExactly(subject(1));
        }
    }

    @Test
    void deletingAllInTrashAsksFirst() {
        try (Mailbox mailbox = Mailbox.of(kind, 3)) {
            ticked(mailbox.inbox(), 0, 1).press("action", "delete");
            Page trash = mailbox.visitor().open("/mailbox?name=Trash");
            Page question =
                    trash.markedForm("list-actions")
                            .with("select", "all")
                            .press("action", "delete");
            assertThat(question.one("h1").text()).isEqualTo("Delete 2 messages for good?");
            assertThat(mailbox.other().count("Trash")).isEqualTo(2);
            question.markedForm("list-actions").press("action", "delete");
            assertThat(mailbox.other().count("Trash")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"delete, Trash", "junk, Junk"})
    void emptyingAsksFirst(String action, String folder) {
        try (Mailbox mailbox = Mailbox.of(kind, 3)) {
            ticked(mailbox.inbox(), 0, 1).press("action", action);
            Page list = mailbox.visitor().open("/mailbox?name=" + folder);
            Page question = list.markedForm("empty-mailbox").submit();
            assertThat(question.one("h1").text()).isEqualTo("Delete 2 messages for good?");
            assertThat(mailbox.other().count(folder)).isEqualTo(2);
            Page done = question.markedForm("empty-mailbox").press("confirmed", "true");
            assertThat(done.mark("notice").text()).contains("2 messages deleted for good");
            assertThat(mailbox.other().count(folder)).isZero();
            assertThat(mailbox.other().count("INBOX")).isEqualTo(1);
        }
    }

    @Test
    void onlyTrashAndJunkAreEmptied() {
        try (Mailbox mailbox = Mailbox.of(kind, 2)) {
            Form form = mailbox.inbox().markedForm("mark-all-read");
            Page page =
                    mailbox.visitor()
                            .post("/mailboxes/emptyings", form.with("confirmed", "true").fields());
            assertThat(page.status()).isEqualTo(400);
            assertThat(mailbox.other().count("INBOX")).isEqualTo(2);
        }
    }
}
