package org.postroom.app.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.app.support.BigMailbox;
import org.postroom.app.support.Form;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;
import org.postroom.testing.corpus.PlainMail;
import org.postroom.testing.server.RawImap;

@QuarkusTest
class BigMailboxHttpTest {

    private static final int LAST = BigMailbox.SIZE - 1;
    private static final int ROWS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Visitor visitor;

    @BeforeEach
    void signIn() {
        visitor = Visitor.signedIn(BigMailbox.user());
    }

    @Test
    void theFirstPageHasTheNewestMessages() {
        Page page = visitor.open("/mailbox?name=INBOX");
        assertThat(page.count()).isEqualTo(BigMailbox.SIZE);
        assertThat(page.subjects()).isEqualTo(subjectsDownFrom(LAST));
        Element row = page.rows().getFirst();
        PlainMail newest = BigMailbox.mail(LAST);
        assertThat(row.select("[data-testid=row-from]").text()).isEqualTo(newest.sender().name());
        assertThat(row.select("[data-testid=row-preview]").text()).startsWith("Dear Ines,");
        assertThat(page.has("[data-testid=previous-page]")).isFalse();
        for (Element each : page.rows()) {
            PlainMail mail = mail(each);
            assertThat(each.hasAttr("data-unread")).isEqualTo(!mail.flags().contains("\\Seen"));
            assertThat(each.hasAttr("data-starred")).isEqualTo(mail.flags().contains("\\Flagged"));
            assertThat(each.hasAttr("data-answered"))
                    .isEqualTo(mail.flags().contains("\\Answered"));
        }
    }

    @Test
    void thePageAfterTheFirstGoesOnWhereItEnds() {
        Page second = visitor.open("/mailbox").follow("[data-testid=next-page]");
        assertThat(second.subjects()).isEqualTo(subjectsDownFrom(LAST - ROWS));
        Page first = second.follow("[data-testid=previous-page]");
        assertThat(first.subjects()).isEqualTo(subjectsDownFrom(LAST));
    }

    @Test
    void pageOneThousandHasItsMessages() {
        Page page = visitor.open("/mailbox?name=INBOX&page=1000");
        assertThat(page.subjects()).isEqualTo(subjectsDownFrom(LAST - 999 * ROWS));
        assertThat(page.text()).contains("49,951–50,000 of 100,000");
    }

    @Test
    void theLastPageEndsWithTheOldestMessage() {
        Page page = visitor.open("/mailbox?name=INBOX&page=2000");
        assertThat(page.subjects()).isEqualTo(subjectsDownFrom(ROWS - 1));
        assertThat(page.has("[data-testid=next-page]")).isFalse();
        Page behind = visitor.open("/mailbox?name=INBOX&page=2001");
        assertThat(behind.status()).isEqualTo(200);
        assertThat(behind.rows()).isEmpty();
    }

    @Test
    void theOldestComeFirstWhenTheOrderIsReversed() {
        Page page = visitor.open("/mailbox").follow("a[data-sort=date]");
        assertThat(numbers(page)).isEqualTo(BigMailbox.numbers().limit(ROWS).boxed().toList());
    }

    @Test
    void subjectsAreSortedFromAToZ() {
        List<String> sorted =
                BigMailbox.numbers()
                        .mapToObj(n -> BigMailbox.mail(n).subject())
                        .sorted(Comparator.comparing(s -> s.toUpperCase(Locale.ROOT)))
                        .toList();
        Page page = visitor.open("/mailbox").follow("a[data-sort=subject]");
        assertThat(page.subjects()).isEqualTo(sorted.subList(0, ROWS));
        Page thousandth = visitor.open(page.address() + "&page=1000");
        assertThat(thousandth.subjects()).isEqualTo(sorted.subList(999 * ROWS, 1000 * ROWS));
        Page reversed = page.follow("a[data-sort=subject]");
        assertThat(reversed.subjects()).isEqualTo(sorted.reversed().subList(0, ROWS));
    }

    @Test
    void sendersAreSortedFromAToZ() {
        List<String> sorted =
                BigMailbox.numbers()
                        .mapToObj(n -> BigMailbox.mail(n).sender().name())
                        .sorted()
                        .toList();
        Page page = visitor.open("/mailbox").follow("a[data-sort=from]");
        assertThat(senders(page)).isEqualTo(sorted.subList(0, ROWS));
        Page thousandth = visitor.open(page.address() + "&page=1000");
        assertThat(senders(thousandth)).isEqualTo(sorted.subList(999 * ROWS, 1000 * ROWS));
    }

    @Test
    void theLargestComeFirstWhenSortedBySize() {
        List<Integer> sorted =
                BigMailbox.numbers()
                        .mapToObj(n -> BigMailbox.mail(n).message().raw().length)
                        .sorted(Comparator.reverseOrder())
                        .limit(ROWS)
                        .toList();
        Page page = visitor.open("/mailbox").follow("a[data-sort=size]");
        List<Integer> shown =
                page.rows().stream().map(row -> mail(row).message().raw().length).toList();
        assertThat(shown).isEqualTo(sorted);
    }

    @Test
    void onlyUnreadOnesAreShownWhenFiltered() {
        Page page = visitor.open("/mailbox").follow("a[data-filter=unread]");
        assertThat(page.count()).isEqualTo(BigMailbox.SIZE / 4);
        assertThat(numbers(page)).isEqualTo(firstDown(n -> n % 4 == 0));
    }

    @Test
    void onlyStarredOnesAreShownWhenFiltered() {
        Page page = visitor.open("/mailbox").follow("a[data-filter=starred]");
        assertThat(page.count()).isEqualTo(BigMailbox.SIZE / 25);
        assertThat(numbers(page)).isEqualTo(firstDown(n -> n % 25 == 3));
    }

    @Test
    void aMessageInTheMiddleOpensBesideItsList() {
        Page list = pageOf(12_345);
        Page page = list.openMessage(BigMailbox.mail(12_345).subject());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.mark("message-subject").text())
                .isEqualTo(BigMailbox.mail(12_345).subject());
        assertThat(page.mark("message-text").text()).contains("most of it can be read on a bench.");
        assertThat(page.subjects()).isEqualTo(list.subjects());
        assertThat(page.follow("[data-testid=next-message]").mark("message-subject").text())
                .isEqualTo(BigMailbox.mail(12_344).subject());
    }

    @Test
    void openingMarksAsReadAndMarkingUnreadTakesItBack() {
        int number = 50_000;
        String subject = BigMailbox.mail(number).subject();
        try (RawImap other = otherClient()) {
            other.select("INBOX");
            Page list = pageOf(number);
            long uid = uid(list.row(subject));
            Page page = list.openMessage(subject);
            assertThat(other.flags(uid)).contains("\\Seen");
            page.markedForm("message-actions").press("action", "unread");
            assertThat(other.flags(uid)).doesNotContain("\\Seen");
        }
    }

    @Test
    void aWordInTheSubjectIsFound() {
        Page page = search("subject:" + PlainMail.RARE_WORD);
        List<Integer> all = new ArrayList<>(numbers(page));
        while (page.has("[data-testid=next-page]")) {
            page = page.follow("[data-testid=next-page]");
            all.addAll(numbers(page));
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(down(PlainMail::isRare));
        assertThat(page.mark("search-status").attr("data-state")).isEqualTo("done");
    }

    @Test
    void aWordInTheTextIsFound() {
        Page page = search("body:" + PlainMail.KNOWN_WORD);
        assertThat(page.status()).isEqualTo(200);
        assertThat(numbers(page)).hasSize(ROWS).allMatch(PlainMail::isKnown);
    }

    @Test
    void whatIsNowhereIsNotFoundWithinThePagesTime() {
        Page page = search("subject:nowhere-to-be-found");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.rows()).isEmpty();
        assertThat(page.mark("search-status").attr("data-state")).isEqualTo("done");
    }

    @Test
    void fiftyAreStarredAndUndone() {
        Page list = visitor.open("/mailbox?name=INBOX&page=500");
        List<Long> uids = list.rows().stream().map(BigMailboxHttpTest::uid).toList();
        List<Integer> numbers = numbers(list);
        Page done = ticked(list).press("action", "star");
        assertThat(done.mark("notice").text()).contains("50 messages starred");
        try (RawImap other = otherClient()) {
            other.select("INBOX");
            assertThat(uids).allMatch(uid -> other.flags(uid).contains("\\Flagged"));
            done.markedForm("undo").submit();
            List<Integer> left = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                if (other.flags(uids.get(i)).contains("\\Flagged")) {
                    left.add(numbers.get(i));
                }
            }
            assertThat(left).isEqualTo(numbers.stream().filter(n -> n % 25 == 3).toList());
        }
    }

    @Test
    void fiftyAreMovedAndUndone() {
        try (RawImap other = otherClient()) {
            other.create("Fifty");
            Page list = visitor.open("/mailbox?name=INBOX&page=3");
            List<String> subjects = list.subjects();
            Page done = ticked(list).with("target", "Fifty").press("action", "move");
            assertThat(done.mark("notice").text()).contains("50 messages moved to Fifty");
            assertThat(done.count()).isEqualTo(BigMailbox.SIZE - ROWS);
            assertThat(other.count("Fifty")).isEqualTo(ROWS);
            assertThat(other.count("INBOX")).isEqualTo(BigMailbox.SIZE - ROWS);
            assertThat(visitor.open("/mailbox?name=Fifty").subjects()).isEqualTo(subjects);
            Page undone = done.markedForm("undo").submit();
            assertThat(undone.mark("notice").text()).contains("Undone.");
            assertThat(undone.subjects()).as(undone.address()).isEqualTo(subjects);
            assertThat(other.count("INBOX")).isEqualTo(BigMailbox.SIZE);
            assertThat(other.count("Fifty")).isZero();
        }
    }

    @Test
    void aWholeListIsChangedAsAJobAndUndone() {
        Page list = visitor.open("/mailbox?name=INBOX&filter=starred");
        Page job = list.markedForm("list-actions").with("select", "all").press("action", "unread");
        assertThat(job.address()).startsWith("/jobs/");
        assertThat(job.text()).contains("4,000");
        Page done = finished(job).follow("#job a.button");
        assertThat(done.mark("notice").text()).contains("4,000 messages marked as unread");
        try (RawImap other = otherClient()) {
            other.select("INBOX");
            assertThat(other.search("FLAGGED SEEN")).isEmpty();
            assertThat(other.search("UNSEEN")).hasSize(25_000 + 3_000);
            done.markedForm("undo").submit();
            other.select("INBOX");
            assertThat(other.search("FLAGGED SEEN")).hasSize(3_000);
        }
        assertThat(visitor.open("/mailbox?name=INBOX&filter=unread").count()).isEqualTo(25_000);
    }

    @Test
    void aWholeListIsMovedAsAJobAndUndone() {
        try (RawImap other = otherClient()) {
            other.create("Stars");
            Page list = visitor.open("/mailbox?name=INBOX&filter=starred");
            Page job =
                    list.markedForm("list-actions")
                            .with("select", "all")
                            .with("target", "Stars")
                            .press("action", "move");
            Page done = finished(job).follow("#job a.button");
            assertThat(other.count("Stars")).isEqualTo(4_000);
            assertThat(other.count("INBOX")).isEqualTo(BigMailbox.SIZE - 4_000);
            done.markedForm("undo").submit();
            assertThat(other.count("Stars")).isZero();
            assertThat(other.count("INBOX")).isEqualTo(BigMailbox.SIZE);
        }
        assertThat(visitor.open("/mailbox").subjects()).isEqualTo(subjectsDownFrom(LAST));
    }

    @Test
    void aFolderIsCreatedRenamedAndDeletedBesideAHundredThousandMessages() {
        try (RawImap other = otherClient()) {
            Page page = visitor.open("/mailboxes");
            page = page.markedForm("create-mailbox").with("name", "Ledger").submit();
            assertThat(other.mailboxes()).contains("Ledger");
            page =
                    page.form("form[data-testid=rename-mailbox]:has([value=Ledger])")
                            .with("name", "Ledgers")
                            .submit();
            assertThat(other.mailboxes()).contains("Ledgers").doesNotContain("Ledger");
            page = page.form("form[data-testid=delete-mailbox]:has([value=Ledgers])").submit();
            assertThat(page.status()).isEqualTo(200);
            assertThat(other.mailboxes()).doesNotContain("Ledgers");
        }
    }

    private Page finished(Page job) {
        Instant end = Instant.now().plus(PATIENCE);
        Page now = job;
        while (now.has("[data-testid=stop-job]") && Instant.now().isBefore(end)) {
            now = visitor.open(job.address());
        }
        assertThat(now.has("[data-testid=stop-job]")).as(now.text()).isFalse();
        Element progress = now.one("progress");
        assertThat(progress.attr("value")).as(now.text()).isEqualTo(progress.attr("max"));
        return now;
    }

    private Page search(String q) {
        return visitor.open("/mailbox")
                .markedForm("search")
                .with("q", q)
                .with("scope", "mailbox")
                .submit();
    }

    private Page pageOf(int number) {
        return visitor.open("/mailbox?name=INBOX&page=" + ((LAST - number) / ROWS + 1));
    }

    private static Form ticked(Page list) {
        Form form = list.markedForm("list-actions");
        list.rows().forEach(form::tick);
        return form;
    }

    private static RawImap otherClient() {
        return RawImap.connect(MailServers.dovecot().imapPort()).login(BigMailbox.user());
    }

    private static long uid(Element row) {
        return Long.parseLong(row.attr("data-message").replaceFirst("^\\d+\\.", ""));
    }

    private static PlainMail mail(Element row) {
        return BigMailbox.mail(number(row.select("[data-testid=row-subject]").text()));
    }

    private static int number(String subject) {
        return Integer.parseInt(subject.replaceFirst(".*, no\\. ", ""));
    }

    private static List<Integer> numbers(Page page) {
        return page.subjects().stream().map(BigMailboxHttpTest::number).toList();
    }

    private static List<String> senders(Page page) {
        return page.rows().stream().map(r -> r.select("[data-testid=row-from]").text()).toList();
    }

    private static List<Integer> down(IntPredicate wanted) {
        return BigMailbox.numbers().map(n -> LAST - n).filter(wanted).boxed().toList();
    }

    private static List<Integer> firstDown(IntPredicate wanted) {
        return down(wanted).subList(0, ROWS);
    }

    private static List<String> subjectsDownFrom(int number) {
        return BigMailbox.numbers()
                .limit(ROWS)
                .mapToObj(i -> BigMailbox.mail(number - i).subject())
                .toList();
    }
}
