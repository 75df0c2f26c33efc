package org.postroom.app.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.app.support.Mailbox.subject;
import static org.postroom.app.support.Mailbox.ticked;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
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
class FlagsHttpTest {

    @Parameter AccountKind kind;

    @ParameterizedTest
    @CsvSource({
        "read, \\Seen, true, '', marked as read",
        "unread, \\Seen, false, \\Seen, marked as unread",
        "star, \\Flagged, true, '', starred",
        "unstar, \\Flagged, false, \\Flagged, Star removed",
        "label, Boat, true, '', labelled",
        "unlabel, Boat, false, Boat, Label removed"
    })
    void aFlagIsChangedAndUndone(
            String action, String flag, boolean set, String before, String said) {
        try (Mailbox mailbox = Mailbox.of(kind, 3)) {
            if (!before.isEmpty()) {
                mailbox.other().flag("INBOX", before, subject(0), subject(1), subject(2));
            }
            Page done = ticked(mailbox.inbox(), 0, 2).with("label", "Boat").press("action", action);
            assertThat(done.mark("notice").text()).contains("2 messages", said);
            assertThat(mailbox.other().flagged("INBOX", flag))
                    .isEqualTo(set ? List.of(subject(0), subject(2)) : List.of(subject(1)));
            Page undone = done.markedForm("undo").submit();
            assertThat(undone.mark("notice").text()).contains("Undone.");
            assertThat(mailbox.other().flagged("INBOX", flag)).hasSize(set ? 0 : 3);
        }
    }

    @Test
    void whatWasReadAlreadyStaysReadWhenReadingIsUndone() {
        try (Mailbox mailbox = Mailbox.of(kind, 3)) {
            mailbox.other().flag("INBOX", "\\Seen", subject(1));
            Page done = ticked(mailbox.inbox(), 0, 1, 2).press("action", "read");
            done.markedForm("undo").submit();
            assertThat(mailbox.other().flagged("INBOX", "\\Seen")).containsExactly(subject(1));
        }
    }

    @Test
    void theStarOfARowIsSetAndTakenAway() {
        try (Mailbox mailbox = Mailbox.of(kind, 2)) {
            Page list = mailbox.inbox();
            String message = list.row(subject(0)).select("button[name=star]").val();
            Page done = list.markedForm("list-actions").press("star", message);
            assertThat(done.row(subject(0)).hasAttr("data-starred")).isTrue();
            assertThat(done.row(subject(1)).hasAttr("data-starred")).isFalse();
            Page back = done.markedForm("list-actions").press("unstar", message);
            assertThat(back.row(subject(0)).hasAttr("data-starred")).isFalse();
        }
    }

    @Test
    void theStarOfARowMeansThisRowAloneWhateverIsTicked() {
        try (Mailbox mailbox = Mailbox.of(kind, 2)) {
            Page list = mailbox.inbox();
            String message = list.row(subject(0)).select("button[name=star]").val();
            Page done = ticked(list, 1).with("select", "all").press("star", message);
            assertThat(done.row(subject(0)).hasAttr("data-starred")).isTrue();
            assertThat(done.row(subject(1)).hasAttr("data-starred")).isFalse();
        }
    }

    @Test
    void anOpenMessageIsStarredAndStaysOpen() {
        try (Mailbox mailbox = Mailbox.of(kind, 2)) {
            Page message = mailbox.inbox().openMessage(subject(1));
            Page done = message.markedForm("message-actions").press("action", "star");
            assertThat(done.mark("message-subject").text()).isEqualTo(subject(1));
            assertThat(mailbox.other().flags("INBOX", subject(1))).contains("\\Flagged", "\\Seen");
        }
    }

    @Test
    void whereOneOfThreeIsGoneTheOthersAreMarkedAndItIsSaid() {
        try (Mailbox mailbox = Mailbox.of(kind, 3)) {
            Form form = ticked(mailbox.inbox(), 0, 1, 2);
            mailbox.other().remove("INBOX", subject(1));
            Page done = form.press("action", "read");
            assertThat(done.mark("notice").text())
                    .contains("2 messages marked as read", "1 was no longer there");
        }
    }

    @Test
    void allAreMarkedAsReadAndUndone() {
        try (Mailbox mailbox = Mailbox.of(kind, 60)) {
            Page done = mailbox.inbox().markedForm("mark-all-read").submit();
            assertThat(done.mark("notice").text()).contains("60 messages marked as read");
            assertThat(mailbox.other().unread("INBOX")).isZero();
            done.markedForm("undo").submit();
            assertThat(mailbox.other().unread("INBOX")).isEqualTo(60);
        }
    }
}
