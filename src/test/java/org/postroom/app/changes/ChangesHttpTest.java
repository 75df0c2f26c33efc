package org.postroom.app.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.app.support.Mailbox.subject;
import static org.postroom.app.support.Mailbox.ticked;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.app.support.Form;
import org.postroom.app.support.Mailbox;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;
import org.postroom.testing.server.GreenMailServer;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;
import org.postroom.testing.server.SharedServers;

@QuarkusTest
class ChangesHttpTest {

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
        try (Mailbox mailbox = Mailbox.of(3)) {
            mailbox.other().select("INBOX");
            if (!before.isEmpty()) {
                mailbox.other().send("UID STORE 1:* +FLAGS (" + before + ")").orThrow();
            }
            Page done = ticked(mailbox.inbox(), 0, 2).with("label", "Boat").press("action", action);
            assertThat(done.mark("notice").text()).contains("2 messages", said);
            assertThat(flagged(mailbox, flag)).isEqualTo(set ? List.of(1L, 3L) : List.of(2L));
            Page undone = done.markedForm("undo").submit();
            assertThat(undone.mark("notice").text()).contains("Undone.");
            assertThat(flagged(mailbox, flag)).isEqualTo(set ? List.of() : List.of(1L, 2L, 3L));
        }
    }

    private static List<Long> flagged(Mailbox mailbox, String flag) {
        return mailbox.other().search("ALL").stream()
                .filter(uid -> mailbox.other().flags(uid).contains(flag))
                .toList();
    }

    @Test
    void whatWasReadAlreadyStaysReadWhenReadingIsUndone() {
        try (Mailbox mailbox = Mailbox.of(3)) {
            mailbox.other().select("INBOX");
            mailbox.other().send("UID STORE 2 +FLAGS (\\Seen)").orThrow();
            Page done = ticked(mailbox.inbox(), 0, 1, 2).press("action", "read");
            done.markedForm("undo").submit();
            assertThat(flagged(mailbox, "\\Seen")).containsExactly(2L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "archive, Archive, archived",
        "junk, Junk, marked as junk",
        "delete, Trash, moved to Trash"
    })
    void messagesGoToTheirFolderAndComeBack(String action, String folder, String said) {
        try (Mailbox mailbox = Mailbox.of(3)) {
            Page done = ticked(mailbox.inbox(), 0, 2).press("action", action);
            assertThat(done.mark("notice").text()).contains("2 messages", said);
            assertThat(mailbox.other().mailboxes()).contains(folder);
            assertThat(mailbox.subjects(folder)).containsExactly(subject(0), subject(2));
            assertThat(mailbox.subjects("INBOX")).containsExactly(subject(1));
            assertThat(done.subjects()).containsExactly(subject(1));
            Page undone = done.markedForm("undo").submit();
            assertThat(undone.subjects()).hasSize(3);
            assertThat(mailbox.count(folder)).isZero();
            assertThat(mailbox.count("INBOX")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"archive, Archive", "junk, Junk", "delete, Trash"})
    void aFolderThatTheServerLacksIsMade(String action, String folder) {
        GreenMailServer poor = SharedServers.greenMail();
        MailUser user = poor.newUser();
        poor.fill(user, "INBOX", Stream.of(Mailbox.mail(0).message()));
        try (RawImap other = RawImap.connect(poor.imapPort()).login(user)) {
            assertThat(other.mailboxes()).doesNotContain(folder);
            Page list = Visitor.signedInAt(poor.imapPort(), user).open("/mailbox?name=INBOX");
            Page done = ticked(list, 0).press("action", action);
            assertThat(done.has("a[data-mailbox=" + folder + "]")).as(done.text()).isTrue();
            assertThat(other.count(folder)).isEqualTo(1);
            Page again = done.markedForm("undo").submit();
            assertThat(again.subjects()).containsExactly(subject(0));
        }
    }

    @Test
    void whatIsNotJunkGoesToTheInboxAndBack() {
        try (Mailbox mailbox = Mailbox.of(2)) {
            ticked(mailbox.inbox(), 1).press("action", "junk");
            Page junk = mailbox.visitor().open("/mailbox?name=Junk");
            Page done = ticked(junk, 1).press("action", "not-junk");
            assertThat(done.mark("notice").text()).contains("moved to the inbox");
            assertThat(mailbox.count("INBOX")).isEqualTo(2);
            done.markedForm("undo").submit();
            assertThat(mailbox.subjects("Junk")).containsExactly(subject(1));
        }
    }

    @Test
    void messagesAreMovedWithTheirFlagsAndBack() {
        try (Mailbox mailbox = Mailbox.of(3)) {
            mailbox.other().create("Boats/Große Yacht");
            mailbox.other().select("INBOX");
            mailbox.other().send("UID STORE 1 +FLAGS (\\Flagged Boat)").orThrow();
            Page done =
                    ticked(mailbox.inbox(), 0, 1)
                            .with("target", "Boats/Große Yacht")
                            .press("action", "move");
            assertThat(done.mark("notice").text()).contains("2 messages moved to Große Yacht");
            mailbox.other().select("Boats/Große Yacht");
            assertThat(flagged(mailbox, "\\Flagged")).hasSize(1);
            assertThat(flagged(mailbox, "Boat")).hasSize(1);
            done.markedForm("undo").submit();
            assertThat(mailbox.count("Boats/Große Yacht")).isZero();
            mailbox.other().select("INBOX");
            assertThat(flagged(mailbox, "Boat")).hasSize(1);
        }
    }

    @Test
    void aCopyLeavesTheMessageWhereItIs() {
        try (Mailbox mailbox = Mailbox.of(2)) {
            mailbox.other().create("Copies");
            Page done = ticked(mailbox.inbox(), 0).with("target", "Copies").press("action", "copy");
            assertThat(done.mark("notice").text()).contains("1 message copied to Copies");
            assertThat(mailbox.subjects("Copies")).containsExactly(subject(0));
            assertThat(mailbox.count("INBOX")).isEqualTo(2);
        }
    }

    @Test
    void theStarOfARowIsSetAndTakenAway() {
        try (Mailbox mailbox = Mailbox.of(2)) {
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
        try (Mailbox mailbox = Mailbox.of(2)) {
            Page list = mailbox.inbox();
            String message = list.row(subject(0)).select("button[name=star]").val();
            Page done = ticked(list, 1).with("select", "all").press("star", message);
            assertThat(done.row(subject(0)).hasAttr("data-starred")).isTrue();
            assertThat(done.row(subject(1)).hasAttr("data-starred")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"archive, Archive", "junk, Junk", "delete, Trash", "move, Elsewhere"})
    void anOpenMessageGoesAwayAndTheListIsShown(String action, String folder) {
        try (Mailbox mailbox = Mailbox.of(2)) {
            mailbox.other().create("Elsewhere");
            Page message = mailbox.inbox().openMessage(subject(1));
            Page done =
                    message.markedForm("message-actions")
                            .with("target", "Elsewhere")
                            .press("action", action);
            assertThat(done.has("[data-testid=message-subject]")).isFalse();
            assertThat(done.subjects()).containsExactly(subject(0));
            assertThat(mailbox.subjects(folder)).containsExactly(subject(1));
        }
    }

    @Test
    void anOpenMessageIsStarredAndStaysOpen() {
        try (Mailbox mailbox = Mailbox.of(2)) {
            Page message = mailbox.inbox().openMessage(subject(1));
            Page done = message.markedForm("message-actions").press("action", "star");
            assertThat(done.mark("message-subject").text()).isEqualTo(subject(1));
            mailbox.other().select("INBOX");
            assertThat(mailbox.other().flags(2)).contains("\\Flagged", "\\Seen");
        }
    }

    @Test
    void whereOneOfFiftyIsGoneFortyNineAreMovedAndItIsSaid() {
        try (Mailbox mailbox = Mailbox.of(50)) {
            mailbox.other().create("Target");
            Page list = mailbox.inbox();
            Form form = list.markedForm("list-actions");
            list.rows().forEach(form::tick);
            mailbox.other().select("INBOX");
            mailbox.other().send("UID STORE 17 +FLAGS (\\Deleted)").orThrow();
            mailbox.other().send("UID EXPUNGE 17").orThrow();
            Page done = form.with("target", "Target").press("action", "move");
            assertThat(done.mark("notice").text())
                    .contains("49 messages moved to Target", "1 was no longer there");
            assertThat(mailbox.count("Target")).isEqualTo(49);
            done.markedForm("undo").submit();
            assertThat(mailbox.count("INBOX")).isEqualTo(49);
        }
    }

    @Test
    void whereOneOfThreeIsGoneTheOthersAreMarkedAndItIsSaid() {
        try (Mailbox mailbox = Mailbox.of(3)) {
            Form form = ticked(mailbox.inbox(), 0, 1, 2);
            mailbox.other().select("INBOX");
            mailbox.other().send("UID STORE 2 +FLAGS (\\Deleted)").orThrow();
            mailbox.other().send("UID EXPUNGE 2").orThrow();
            Page done = form.press("action", "read");
            assertThat(done.mark("notice").text())
                    .contains("2 messages marked as read", "1 was no longer there");
        }
    }

    @Test
    void whereTheMailboxWasMadeAnewNothingIsDone() {
        try (Mailbox mailbox = Mailbox.of(2)) {
            mailbox.other().create("Work");
            mailbox.other().select("INBOX");
            mailbox.other().send("UID COPY 1:* Work").orThrow();
            Page list = mailbox.visitor().open("/mailbox?name=Work");
            Form form = ticked(list, 0, 1);
            mailbox.other().send("DELETE Work").orThrow();
            mailbox.other().create("Work");
            mailbox.other().send("UID COPY 1:* Work").orThrow();
            Page done = form.press("action", "delete");
            assertThat(done.status()).as(done.text()).isEqualTo(409);
            assertThat(done.mark("error-banner").text()).contains("nothing was changed");
            assertThat(mailbox.count("Work")).isEqualTo(2);
            assertThat(mailbox.count("Trash")).isZero();
        }
    }

    @Test
    void deletingInTrashAsksFirst() {
        try (Mailbox mailbox = Mailbox.of(3)) {
            ticked(mailbox.inbox(), 0, 1).press("action", "delete");
            Page trash = mailbox.visitor().open("/mailbox?name=Trash");
            Page question = ticked(trash, 0).press("action", "delete");
            assertThat(question.one("h1").text()).isEqualTo("Delete 1 message for good?");
            assertThat(mailbox.count("Trash")).isEqualTo(2);
            Page kept = question.follow(".confirm a");
            assertThat(kept.subjects()).hasSize(2);
            Page done = question.markedForm("list-actions").press("action", "delete");
            assertThat(done.mark("notice").text()).contains("1 message deleted for good");
            assertThat(done.has("form[data-testid=undo]")).isFalse();
            assertThat(mailbox.subjects("Trash")).containsExactly(subject(1));
        }
    }

    @Test
    void deletingAllInTrashAsksFirst() {
        try (Mailbox mailbox = Mailbox.of(3)) {
            ticked(mailbox.inbox(), 0, 1).press("action", "delete");
            Page trash = mailbox.visitor().open("/mailbox?name=Trash");
            Page question =
                    trash.markedForm("list-actions")
                            .with("select", "all")
                            .press("action", "delete");
            assertThat(question.one("h1").text()).isEqualTo("Delete 2 messages for good?");
            assertThat(mailbox.count("Trash")).isEqualTo(2);
            question.markedForm("list-actions").press("action", "delete");
            assertThat(mailbox.count("Trash")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"delete, Trash", "junk, Junk"})
    void emptyingAsksFirst(String action, String folder) {
        try (Mailbox mailbox = Mailbox.of(3)) {
            ticked(mailbox.inbox(), 0, 1).press("action", action);
            Page list = mailbox.visitor().open("/mailbox?name=" + folder);
            Page question = list.markedForm("empty-mailbox").submit();
            assertThat(question.one("h1").text()).isEqualTo("Delete 2 messages for good?");
            assertThat(mailbox.count(folder)).isEqualTo(2);
            Page done = question.markedForm("empty-mailbox").press("confirmed", "true");
            assertThat(done.mark("notice").text()).contains("2 messages deleted for good");
            assertThat(mailbox.count(folder)).isZero();
            assertThat(mailbox.count("INBOX")).isEqualTo(1);
        }
    }

    @Test
    void onlyTrashAndJunkAreEmptied() {
        try (Mailbox mailbox = Mailbox.of(2)) {
            Form form = mailbox.inbox().markedForm("mark-all-read");
            Page page =
                    mailbox.visitor()
                            .post("/mailboxes/emptyings", form.with("confirmed", "true").fields());
            assertThat(page.status()).isEqualTo(400);
            assertThat(mailbox.count("INBOX")).isEqualTo(2);
        }
    }

    @Test
    void allAreMarkedAsReadAndUndone() {
        try (Mailbox mailbox = Mailbox.of(60)) {
            Page done = mailbox.inbox().markedForm("mark-all-read").submit();
            assertThat(done.mark("notice").text()).contains("60 messages marked as read");
            assertThat(mailbox.other().status("INBOX", "UNSEEN")).isZero();
            done.markedForm("undo").submit();
            assertThat(mailbox.other().status("INBOX", "UNSEEN")).isEqualTo(60);
        }
    }

    @Test
    void allThatASearchFindsAreMoved() {
        try (Mailbox mailbox = Mailbox.of(30)) {
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
            assertThat(mailbox.subjects("Known"))
                    .containsExactly(subject(0), subject(10), subject(20));
        }
    }

    @Test
    void nothingTickedIsSaid() {
        try (Mailbox mailbox = Mailbox.of(1)) {
            Page page = mailbox.inbox().markedForm("list-actions").press("action", "archive");
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.mark("error-banner").text()).contains("No message was ticked");
        }
    }

    @Test
    void movingNowhereOrToAFolderThatIsGoneIsSaid() {
        try (Mailbox mailbox = Mailbox.of(1)) {
            Page page = ticked(mailbox.inbox(), 0).without("target").press("action", "move");
            assertThat(page.status()).isEqualTo(400);
            page = ticked(mailbox.inbox(), 0).with("target", "Gone").press("action", "move");
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.mark("error-banner").text()).contains("no folder of this name");
            assertThat(mailbox.count("INBOX")).isEqualTo(1);
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
        try (Mailbox mailbox = Mailbox.of(1)) {
            Page page =
                    mailbox.inbox()
                            .markedForm("list-actions")
                            .with("message", message)
                            .press("action", "delete");
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.mark("error-banner").text()).isNotBlank();
            assertThat(mailbox.count("INBOX")).isEqualTo(1);
        }
    }

    @Test
    void anUnknownActionIsRefused() {
        try (Mailbox mailbox = Mailbox.of(1)) {
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
        try (Mailbox mailbox = Mailbox.of(1);
                Mailbox another = Mailbox.of(1)) {
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
            assertThat(mailbox.count("INBOX")).isEqualTo(1);
        }
    }

    @Test
    void aFormFromAnotherSiteDoesNothing() {
        try (Mailbox mailbox = Mailbox.of(1)) {
            Form form = ticked(mailbox.inbox(), 0);
            mailbox.visitor().withHeader("Sec-Fetch-Site", "cross-site");
            assertThat(form.press("action", "delete").status()).isEqualTo(400);
            mailbox.visitor().withHeader("Sec-Fetch-Site", "same-origin");
            assertThat(form.press("action", "delete").status()).isEqualTo(200);
        }
    }

    @Test
    void nobodyElseCanUndo() {
        try (Mailbox mailbox = Mailbox.of(2);
                Mailbox another = Mailbox.of(2)) {
            Page done = ticked(mailbox.inbox(), 0).press("action", "read");
            String id = done.one("form[data-testid=undo] [name=undo]").val();
            Page theirs =
                    ticked(another.inbox(), 0)
                            .press("action", "read")
                            .markedForm("undo")
                            .with("undo", id)
                            .submit();
            assertThat(theirs.mark("notice").text()).contains("can no longer be undone");
            mailbox.other().select("INBOX");
            assertThat(mailbox.other().flags(1)).contains("\\Seen");
            done.markedForm("undo").submit();
            assertThat(mailbox.other().flags(1)).doesNotContain("\\Seen");
        }
    }

    @Test
    void whatIsUndoneTwiceIsUndoneOnce() {
        try (Mailbox mailbox = Mailbox.of(2)) {
            Page done = ticked(mailbox.inbox(), 0).press("action", "archive");
            done.markedForm("undo").submit();
            Page again = done.markedForm("undo").submit();
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.mark("notice").text()).contains("can no longer be undone");
            assertThat(mailbox.count("INBOX")).isEqualTo(2);
            Page nonsense = done.markedForm("undo").with("undo", "~~").submit();
            assertThat(nonsense.status()).isLessThan(500);
        }
    }

    @Test
    void aMadeUpNoticeHarmsNothing() {
        try (Mailbox mailbox = Mailbox.of(1)) {
            Visitor visitor = mailbox.visitor();
            for (String done :
                    List.of(
                            "read~1~0~0~~<script>alert(1)</script>",
                            "read~1~0~0~abc~",
                            "move~1~0~0~~%01",
                            "move~999999999999~1~1~~x",
                            "nonsense")) {
                Page page =
                        visitor.open(
                                "/mailbox?name=INBOX&done="
                                        + URLEncoder.encode(done, StandardCharsets.UTF_8));
                assertThat(page.status()).as(done).isEqualTo(200);
                assertThat(page.has("script:not([src])")).isFalse();
            }
        }
    }

    @Test
    void asAPartAChangeAnswersWithParts() {
        try (Mailbox mailbox = Mailbox.of(1)) {
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
