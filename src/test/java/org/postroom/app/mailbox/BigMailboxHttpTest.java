package org.postroom.app.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.BigMailbox;
import org.postroom.app.support.Form;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.OtherSide;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;
import org.postroom.testing.corpus.PlainMail;

@QuarkusTest
@OnEveryAccount
class BigMailboxHttpTest {

    private static final int ROWS = 50;

    @Parameter AccountKind kind;

    private BigMailbox big;
    private int last;
    private int middle;
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        big = BigMailbox.of(kind);
        last = big.size() - 1;
        middle = big.size() / ROWS / 2;
        visitor = big.account().visitor();
    }

    @Test
    void theFirstPageHasTheNewestMessages() {
        Page page = visitor.open("/mailbox?name=INBOX");
        assertThat(page.count()).isEqualTo(big.size());
        assertThat(page.subjects()).isEqualTo(subjectsDownFrom(last));
        Element row = page.rows().getFirst();
        PlainMail newest = BigMailbox.mail(last);
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
        assertThat(second.subjects()).isEqualTo(subjectsDownFrom(last - ROWS));
        Page first = second.follow("[data-testid=previous-page]");
        assertThat(first.subjects()).isEqualTo(subjectsDownFrom(last));
    }

    @Test
    void aPageInTheMiddleHasItsMessages() {
        Page page = visitor.open("/mailbox?name=INBOX&page=" + middle);
        assertThat(page.subjects()).isEqualTo(subjectsDownFrom(last - (middle - 1) * ROWS));
        assertThat(page.text())
                .contains(
                        String.format(
                                Locale.ENGLISH,
                                "%,d–%,d of %,d",
                                big.size() / 2 - ROWS + 1,
                                big.size() / 2,
                                big.size()));
    }

    @Test
    void theLastPageEndsWithTheOldestMessage() {
        Page page = visitor.open("/mailbox?name=INBOX&page=" + 2 * middle);
        assertThat(page.subjects()).isEqualTo(subjectsDownFrom(ROWS - 1));
        assertThat(page.has("[data-testid=next-page]")).isFalse();
        Page behind = visitor.open("/mailbox?name=INBOX&page=" + (2 * middle + 1));
        assertThat(behind.status()).isEqualTo(200);
        assertThat(behind.rows()).isEmpty();
    }

    @Test
    void theOldestComeFirstWhenTheOrderIsReversed() {
        Page page = visitor.open("/mailbox").follow("a[data-sort=date]");
        assertThat(numbers(page)).isEqualTo(big.numbers().limit(ROWS).boxed().toList());
    }

    @Test
    void subjectsAreSortedFromAToZ() {
        List<String> sorted =
                big.numbers()
                        .mapToObj(n -> BigMailbox.mail(n).subject())
                        .sorted(Comparator.comparing(s -> s.toUpperCase(Locale.ROOT)))
                        .toList();
        Page page = visitor.open("/mailbox").follow("a[data-sort=subject]");
        assertThat(page.subjects()).isEqualTo(sorted.subList(0, ROWS));
        Page inTheMiddle = visitor.open(page.address() + "&page=" + middle);
        assertThat(inTheMiddle.subjects())
                .isEqualTo(sorted.subList((middle - 1) * ROWS, middle * ROWS));
        Page reversed = page.follow("a[data-sort=subject]");
        assertThat(reversed.subjects()).isEqualTo(sorted.reversed().subList(0, ROWS));
    }

    @Test
    void sendersAreSortedFromAToZ() {
        List<String> sorted =
                big.numbers().mapToObj(n -> BigMailbox.mail(n).sender().name()).sorted().toList();
        Page page = visitor.open("/mailbox").follow("a[data-sort=from]");
        assertThat(senders(page)).isEqualTo(sorted.subList(0, ROWS));
        Page inTheMiddle = visitor.open(page.address() + "&page=" + middle);
        assertThat(senders(inTheMiddle))
                .isEqualTo(sorted.subList((middle - 1) * ROWS, middle * ROWS));
    }

    @Test
    void theLargestComeFirstWhenSortedBySize() {
        List<Integer> sorted =
                big.numbers()
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
        assertThat(page.count()).isEqualTo(big.size() / 4);
        assertThat(numbers(page)).isEqualTo(firstDown(n -> n % 4 == 0));
    }

    @Test
    void onlyStarredOnesAreShownWhenFiltered() {
        Page page = visitor.open("/mailbox").follow("a[data-filter=starred]");
        assertThat(page.count()).isEqualTo(big.size() / 25);
        assertThat(numbers(page)).isEqualTo(firstDown(n -> n % 25 == 3));
    }

    @Test
    void aMessageInTheMiddleOpensBesideItsList() {
        int number = big.size() / 8;
        Page list = pageOf(number);
        Page page = list.openMessage(BigMailbox.mail(number).subject());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.mark("message-subject").text())
                .isEqualTo(BigMailbox.mail(number).subject());
        assertThat(page.mark("message-text").text()).contains("most of it can be read on a bench.");
        assertThat(page.subjects()).isEqualTo(list.subjects());
        assertThat(page.follow("[data-testid=next-message]").mark("message-subject").text())
                .isEqualTo(BigMailbox.mail(number - 1).subject());
    }

    @Test
    void openingMarksAsReadAndMarkingUnreadTakesItBack() {
        int number = big.size() / 2;
        String subject = BigMailbox.mail(number).subject();
        try (OtherSide other = big.account().other()) {
            Page list = pageOf(number);
            long uid = uid(list.row(subject));
            Page page = list.openMessage(subject);
            assertThat(other.flags("INBOX", uid)).contains("\\Seen");
            page.markedForm("message-actions").press("action", "unread");
            assertThat(other.flags("INBOX", uid)).doesNotContain("\\Seen");
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
        Page list = visitor.open("/mailbox?name=INBOX&page=" + middle / 2);
        List<Long> uids = list.rows().stream().map(BigMailboxHttpTest::uid).toList();
        List<Integer> numbers = numbers(list);
        Page done = ticked(list).press("action", "star");
        assertThat(done.mark("notice").text()).contains("50 messages starred");
        try (OtherSide other = big.account().other()) {
            assertThat(uids).allMatch(uid -> other.flags("INBOX", uid).contains("\\Flagged"));
            done.markedForm("undo").submit();
            List<Integer> left = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                if (other.flags("INBOX", uids.get(i)).contains("\\Flagged")) {
                    left.add(numbers.get(i));
                }
            }
            assertThat(left).isEqualTo(numbers.stream().filter(n -> n % 25 == 3).toList());
        }
    }

    @Test
    void fiftyAreMovedAndUndone() {
        try (OtherSide other = big.account().other()) {
            other.create("Fifty");
            Page list = visitor.open("/mailbox?name=INBOX&page=3");
            List<String> subjects = list.subjects();
            Page done = ticked(list).with("target", "Fifty").press("action", "move");
            assertThat(done.mark("notice").text()).contains("50 messages moved to Fifty");
            assertThat(done.count()).isEqualTo(big.size() - ROWS);
            assertThat(other.count("Fifty")).isEqualTo(ROWS);
            assertThat(other.count("INBOX")).isEqualTo(big.size() - ROWS);
            assertThat(visitor.open("/mailbox?name=Fifty").subjects()).isEqualTo(subjects);
            Page undone = done.markedForm("undo").submit();
            assertThat(undone.mark("notice").text()).contains("Undone.");
            assertThat(undone.subjects()).as(undone.address()).isEqualTo(subjects);
            assertThat(other.count("INBOX")).isEqualTo(big.size());
            assertThat(other.count("Fifty")).isZero();
        }
    }

    @Test
    void aFolderIsCreatedRenamedAndDeletedBesideVeryManyMessages() {
        try (OtherSide other = big.account().other()) {
            Page page = visitor.open("/mailboxes");
            page = page.markedForm("create-mailbox").with("name", "Ledger").submit();
            assertThat(other.mailboxes()).contains("Ledger");
            page =
                    page.form("form[data-testid=rename-mailbox]:has([name=mailbox][value=Ledger])")
                            .with("name", "Ledgers")
                            .submit();
            assertThat(other.mailboxes()).contains("Ledgers").doesNotContain("Ledger");
            page =
                    page.form("form[data-testid=delete-mailbox]:has([name=mailbox][value=Ledgers])")
                            .submit();
            assertThat(page.status()).isEqualTo(200);
            assertThat(other.mailboxes()).doesNotContain("Ledgers");
        }
    }

    private Page search(String q) {
        return visitor.open("/mailbox")
                .markedForm("search")
                .with("q", q)
                .with("scope", "mailbox")
                .submit();
    }

    private Page pageOf(int number) {
        return visitor.open("/mailbox?name=INBOX&page=" + ((last - number) / ROWS + 1));
    }

    private static Form ticked(Page list) {
        Form form = list.markedForm("list-actions");
        list.rows().forEach(form::tick);
        return form;
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

    private List<Integer> down(IntPredicate wanted) {
        return big.numbers().map(n -> last - n).filter(wanted).boxed().toList();
    }

    private List<Integer> firstDown(IntPredicate wanted) {
        return down(wanted).subList(0, ROWS);
    }

    private List<String> subjectsDownFrom(int number) {
        return big.numbers()
                .limit(ROWS)
                .mapToObj(i -> BigMailbox.mail(number - i).subject())
                .toList();
    }
}
