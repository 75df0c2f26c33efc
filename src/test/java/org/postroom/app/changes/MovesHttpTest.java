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
class MovesHttpTest {

    @Parameter AccountKind kind;

    @ParameterizedTest
    @CsvSource({
        "archive, Archive, archived",
        "junk, Junk, marked as junk",
        "delete, Trash, moved to Trash"
    })
    void messagesGoToTheirFolderAndComeBack(String action, String folder, String said) {
        try (Mailbox mailbox = Mailbox.of(kind, 3)) {
            Page done = ticked(mailbox.inbox(), 0, 2).press("action", action);
            assertThat(done.mark("notice").text()).contains("2 messages", said);
            assertThat(mailbox.other().mailboxes()).contains(folder);
            assertThat(mailbox.other().subjects(folder)).containsExactly(subject(0), subject(2));
            assertThat(mailbox.other().subjects("INBOX")).containsExactly(subject(1));
            assertThat(done.subjects()).containsExactly(subject(1));
            Page undone = done.markedForm("undo").submit();
            assertThat(undone.subjects()).hasSize(3);
            assertThat(mailbox.other().count(folder)).isZero();
            assertThat(mailbox.other().count("INBOX")).isEqualTo(3);
        }
    }

    @Test
    void whatIsNotJunkGoesToTheInboxAndBack() {
        try (Mailbox mailbox = Mailbox.of(kind, 2)) {
            ticked(mailbox.inbox(), 1).press("action", "junk");
            Page junk = mailbox.visitor().open("/mailbox?name=Junk");
            Page done = ticked(junk, 1).press("action", "not-junk");
            assertThat(done.mark("notice").text()).contains("moved to the inbox");
            assertThat(mailbox.other().count("INBOX")).isEqualTo(2);
            done.markedForm("undo").submit();
            assertThat(mailbox.other().subjects("Junk")).containsExactly(subject(1));
        }
    }

    @Test
    void messagesAreMovedWithTheirFlagsAndBack() {
        try (Mailbox mailbox = Mailbox.of(kind, 3)) {
            mailbox.other().create("Boats/Große Yacht");
            mailbox.other().flag("INBOX", "\\Flagged", subject(0));
            mailbox.other().flag("INBOX", "Boat", subject(0));
            Page done =
                    ticked(mailbox.inbox(), 0, 1)
                            .with("target", "Boats/Große Yacht")
                            .press("action", "move");
            assertThat(done.mark("notice").text()).contains("2 messages moved to Große Yacht");
            assertThat(mailbox.other().flags("Boats/Große Yacht", subject(0)))
                    .contains("\\Flagged", "Boat");
            assertThat(mailbox.other().flagged("Boats/Große Yacht", "Boat")).hasSize(1);
            done.markedForm("undo").submit();
            assertThat(mailbox.other().count("Boats/Große Yacht")).isZero();
            assertThat(mailbox.other().flagged("INBOX", "Boat")).containsExactly(subject(0));
        }
    }

    @Test
    void aCopyLeavesTheMessageWhereItIs() {
        try (Mailbox mailbox = Mailbox.of(kind, 2)) {
            mailbox.other().create("Copies");
            Page done = ticked(mailbox.inbox(), 0).with("target", "Copies").press("action", "copy");
            assertThat(done.mark("notice").text()).contains("1 message copied to Copies");
            assertThat(mailbox.other().subjects("Copies")).containsExactly(subject(0));
            assertThat(mailbox.other().count("INBOX")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"archive, Archive", "junk, Junk", "delete, Trash", "move, Elsewhere"})
    void anOpenMessageGoesAwayAndTheListIsShown(String action, String folder) {
        try (Mailbox mailbox = Mailbox.of(kind, 2)) {
            mailbox.other().create("Elsewhere");
            Page message = mailbox.inbox().openMessage(subject(1));
            Page done =
                    message.markedForm("message-actions")
                            .with("target", "Elsewhere")
                            .press("action", action);
            assertThat(done.has("[data-testid=message-subject]")).isFalse();
            assertThat(done.subjects()).containsExactly(subject(0));
            assertThat(mailbox.other().subjects(folder)).containsExactly(subject(1));
        }
    }

    @Test
    void whereOneOfFiftyIsGoneFortyNineAreMovedAndItIsSaid() {
        try (Mailbox mailbox = Mailbox.of(kind, 50)) {
            mailbox.other().create("Target");
            Page list = mailbox.inbox();
            Form form = list.markedForm("list-actions");
            list.rows().forEach(form::tick);
            mailbox.other().remove("INBOX", subject(16));
            Page done = form.with("target", "Target").press("action", "move");
            assertThat(done.mark("notice").text())
                    .contains("49 messages moved to Target", "1 was no longer there");
            assertThat(mailbox.other().count("Target")).isEqualTo(49);
            done.markedForm("undo").submit();
            assertThat(mailbox.other().count("INBOX")).isEqualTo(49);
        }
    }

    @Test
    void allThatASearchFindsAreMoved() {
        try (Mailbox mailbox = Mailbox.of(kind, 30)) {
            mailbox.other().create("Known");
            Page found =
                    mailbox.inbox()
                            .markedForm("search")
                            .with("q", "subject:lighthouse")
                            .with("scope", "mailbox")
                            .submit();
            assertThat(found.rows()).hasSize(3);
            Page done =
                    found.markedForm("list-actions")
                            .with("select", "all")
                            .with("target", "Known")
                            .press("action", "move");
            assertThat(done.mark("notice").text()).contains("3 messages moved");
            assertThat(mailbox.other().subjects("Known"))
                    .containsExactly(subject(0), subject(10), subject(20));
        }
    }
}
