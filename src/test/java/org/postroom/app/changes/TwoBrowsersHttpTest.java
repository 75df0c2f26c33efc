package org.postroom.app.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.app.support.Mailbox.subject;
import static org.postroom.app.support.Mailbox.ticked;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.Mailbox;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.OtherSide;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;

/** One person, signed in in two browsers that have nothing in common. */
@QuarkusTest
@OnEveryAccount
class TwoBrowsersHttpTest {

    private static final int MESSAGES = 24;

    @Parameter AccountKind kind;

    private Account account;
    private Visitor here;
    private Visitor there;

    @BeforeEach
    void signInTwice() {
        account = Mailbox.account(kind, MESSAGES);
        here = account.visitor();
        there = account.visitor();
    }

    @Test
    void everyFlagIsTheSameInBoth() {
        ticked(inbox(here), 0, 1).press("action", "star");
        ticked(inbox(there), 1, 2).press("action", "read");
        ticked(inbox(here), 3).with("label", "Boat").press("action", "label");
        inbox(there).openMessage(subject(4));
        ticked(inbox(there), 0).press("action", "unstar");
        assertThat(look(here)).isEqualTo(look(there));
        assertThat(starred(here)).containsExactly(subject(1));
        try (OtherSide other = account.other()) {
            assertThat(other.flagged("INBOX", "\\Flagged")).containsExactly(subject(1));
            assertThat(other.flagged("INBOX", "\\Seen"))
                    .containsExactly(subject(1), subject(2), subject(4));
            assertThat(other.flagged("INBOX", "Boat")).containsExactly(subject(3));
        }
    }

    @Test
    void foldersAndWhatIsInThemAreTheSameInBoth() {
        Page folders = here.open("/mailboxes");
        folders.markedForm("create-mailbox").with("name", "Boats").submit();
        Page moved = ticked(inbox(there), 0, 5).with("target", "Boats").press("action", "move");
        assertThat(moved.mark("notice").text()).contains("2 messages moved to Boats");
        assertThat(here.open("/mailbox?name=Boats").subjects())
                .containsExactly(subject(5), subject(0));
        assertThat(inbox(here).count()).isEqualTo(MESSAGES - 2);
        moved.markedForm("undo").submit();
        assertThat(here.open("/mailbox?name=Boats").count()).isZero();
        assertThat(inbox(here).subjects()).isEqualTo(inbox(there).subjects()).hasSize(MESSAGES);
    }

    @Test
    void whatIsGoneInOneIsSaidInTheOther() {
        Page stale = inbox(there);
        ticked(inbox(here), 0).press("action", "archive");
        Page done = ticked(stale, 0, 1).press("action", "star");
        assertThat(done.mark("notice").text()).contains("1 message starred", "no longer there");
        assertThat(stale.openMessage(subject(0)).status()).isEqualTo(404);
    }

    @Test
    void bothAtOnceLoseNothing() throws Exception {
        Page mine = inbox(here);
        Page theirs = inbox(there);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> stars = threads.submit(() -> oneByOne(mine, "star", 0));
            Future<?> reads = threads.submit(() -> oneByOne(theirs, "read", 0));
            stars.get();
            reads.get();
        }
        assertThat(starred(here)).hasSize(MESSAGES / 2).isEqualTo(starred(there));
        assertThat(look(here)).isEqualTo(look(there));
        assertThat(inbox(there).dom().select(".row[data-unread]")).hasSize(MESSAGES / 2);
    }

    // Dovecot may move a message twice when two connections ask at the same moment.
    @Test
    void bothArchiveTheSameMessagesAndNoneIsLost() throws Exception {
        Page mine = inbox(here);
        Page theirs = inbox(there);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> one = threads.submit(() -> oneByOne(mine, "archive", 1));
            Future<?> two = threads.submit(() -> oneByOne(theirs, "archive", 1));
            one.get();
            two.get();
        }
        try (OtherSide other = account.other()) {
            assertThat(new TreeSet<>(other.subjects("Archive"))).hasSize(MESSAGES / 2);
            assertThat(other.count("INBOX")).isEqualTo(MESSAGES / 2);
        }
    }

    // Each from a list as it was at the beginning, as a person does who looks and clicks.
    private static void oneByOne(Page list, String action, int first) {
        for (int number = first; number < MESSAGES; number += 2) {
            Page done = ticked(list, number).press("action", action);
            assertThat(done.status()).as(done.text()).isEqualTo(200);
        }
    }

    private static Page inbox(Visitor visitor) {
        return visitor.open("/mailbox?name=INBOX");
    }

    private static List<String> starred(Visitor visitor) {
        return inbox(visitor).rows().stream()
                .filter(row -> row.hasAttr("data-starred"))
                .map(row -> row.select("[data-testid=row-subject]").text())
                .toList();
    }

    private static List<String> look(Visitor visitor) {
        return inbox(visitor).rows().stream().map(TwoBrowsersHttpTest::marks).toList();
    }

    private static String marks(Element row) {
        return "%s unread %b starred %b answered %b"
                .formatted(
                        row.attr("data-message"),
                        row.hasAttr("data-unread"),
                        row.hasAttr("data-starred"),
                        row.hasAttr("data-answered"));
    }
}
