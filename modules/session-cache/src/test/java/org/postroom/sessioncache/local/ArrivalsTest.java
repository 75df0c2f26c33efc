package org.postroom.sessioncache.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MailException.ContentPending;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.Page;
import org.postroom.protocol.Progress;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SearchCriteria.Among;
import org.postroom.protocol.SearchCriteria.Contains;
import org.postroom.protocol.SearchCriteria.Field;
import org.postroom.protocol.SearchCriteria.Since;
import org.postroom.protocol.Section;
import org.postroom.protocol.SectionRange;
import org.postroom.protocol.SortOrder;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/** Messages that are known before their header, and their header before their text. */
@QuarkusTest
class ArrivalsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final LocalTestAccount account = new LocalTestAccount();
    private final Judge judge = new Judge(account.id());

    @Inject Arrivals arrivals;
    @Inject Contents contents;
    @Inject HeaderReader headers;

    private List<Arrived> assign(int count) {
        account.store();
        return arrivals.assign(
                judge.account(),
                IntStream.range(0, count).mapToObj(i -> new Arrival(100 + i, NOW)).toList());
    }

    private void fill(Arrived message, String subject) {
        arrivals.fill(
                judge.account(), Map.of(message.content(), headers.read(Letters.header(subject))));
    }

    private boolean attach(Arrived message, String subject) {
        try (Upload upload = contents.begin(judge.account())) {
            Letters.write(upload, Letters.about(subject));
            return arrivals.attach(message.content(), upload);
        }
    }

    private Page page(SortOrder.Key key, boolean descending) {
        return account.store()
                .list(
                        Letters.INBOX,
                        new Listing(SearchCriteria.ALL, new SortOrder(key, descending), 0, 50));
    }

    private MessageRef ref(Arrived message) {
        return new MessageRef(
                Letters.INBOX,
                account.store().status(Letters.INBOX).uidValidity().orElseThrow(),
                message.uid());
    }

    @Test
    void whatIsOnlyKnownIsListedWithoutHeader() {
        List<Arrived> arrived = assign(3);

        Page page = page(SortOrder.Key.DATE, true);

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.filling()).contains(new Progress(0, 3));
        assertThat(page.messages())
                .extracting(message -> message.ref().uid())
                .containsExactlyElementsOf(arrived.stream().map(Arrived::uid).toList().reversed());
        assertThat(page.messages().getLast())
                .isEqualTo(
                        new MessageSummary(
                                ref(arrived.getFirst()),
                                java.util.Set.of(),
                                NOW,
                                100,
                                java.util.Optional.empty(),
                                false,
                                ""));
        assertThat(judge.miscounted()).isEmpty();
    }

    @Test
    void aHeaderGivesTheMessageItsSubjectAndItsDate() {
        List<Arrived> arrived = assign(2);

        fill(arrived.getFirst(), "Regatta");

        Page page = page(SortOrder.Key.DATE, true);
        assertThat(page.filling()).contains(new Progress(1, 2));
        MessageSummary filled = page.messages().getFirst();
        assertThat(filled.ref().uid()).isEqualTo(arrived.getFirst().uid());
        assertThat(filled.envelope().orElseThrow().subject()).isEqualTo("Regatta");
        assertThat(filled.internalDate()).isEqualTo("2026-02-01T10:00:00Z");
        assertThat(judge.miscounted()).isEmpty();
    }

    @Test
    void bySubjectAndSenderWhatIsPendingStandsLastInBothDirections() {
        List<Arrived> arrived = assign(4);
        fill(arrived.get(1), "Anchor");
        fill(arrived.get(2), "Boat");
        List<Uid> filled = List.of(arrived.get(1).uid(), arrived.get(2).uid());

        assertThat(uids(page(SortOrder.Key.SUBJECT, false)).subList(0, 2)).isEqualTo(filled);
        assertThat(uids(page(SortOrder.Key.SUBJECT, true)).subList(0, 2))
                .isEqualTo(filled.reversed());
        assertThat(uids(page(SortOrder.Key.FROM, true)).subList(0, 2)).isEqualTo(filled.reversed());
        Page last =
                account.store()
                        .list(
                                Letters.INBOX,
                                new Listing(
                                        SearchCriteria.ALL,
                                        new SortOrder(SortOrder.Key.SUBJECT, true),
                                        3,
                                        1));
        assertThat(uids(last)).containsExactly(arrived.getFirst().uid());
    }

    private static List<Uid> uids(Page page) {
        return page.messages().stream().map(message -> message.ref().uid()).toList();
    }

    @Test
    void aTextThatIsNotHereIsPendingAndAfterItCameItIsRead() {
        Arrived message = assign(1).getFirst();
        fill(message, "Regatta");
        SectionRange text = SectionRange.first(Section.SOURCE, 10_000);
        assertThatThrownBy(() -> account.store().detail(ref(message)))
                .isInstanceOf(ContentPending.class);
        assertThatThrownBy(() -> account.store().read(ref(message), List.of(text)))
                .isInstanceOf(ContentPending.class);

        assertThat(attach(message, "Regatta")).isTrue();

        assertThat(account.store().read(ref(message), List.of(text)))
                .containsEntry(text, Letters.about("Regatta"));
        MessageSummary summary = account.store().detail(ref(message)).summary();
        assertThat(summary.size()).isEqualTo(Letters.about("Regatta").length);
        assertThat(summary.preview()).isEqualTo("Dear all, Regatta.");
        assertThat(contents.verify(message.content())).isTrue();
        assertThat(judge.miscounted()).isEmpty();
        assertThat(judge.misjudgedRoom()).isZero();
    }

    @Test
    void aTextBringsTheHeaderThatWasNotThere() {
        Arrived message = assign(1).getFirst();

        attach(message, "Direct");

        Page page = page(SortOrder.Key.DATE, true);
        assertThat(page.filling()).isEmpty();
        assertThat(page.messages().getFirst().envelope().orElseThrow().subject())
                .isEqualTo("Direct");
        assertThat(judge.miscounted()).isEmpty();
    }

    @Test
    void theSameContentComesOnceEvenIfTwoBringIt() {
        Arrived message = assign(1).getFirst();
        try (Upload slow = contents.begin(judge.account())) {
            Letters.write(slow, Letters.about("Regatta"));

            assertThat(attach(message, "Regatta")).isTrue();

            assertThat(arrivals.attach(message.content(), slow)).isFalse();
        }
        assertThat(contents.verify(message.content())).isTrue();
        assertThat(chunks()).isEqualTo(1);
        assertThat(judge.misjudgedRoom()).isZero();
    }

    private long chunks() {
        return judge.number(
                "SELECT count(*) FROM content_chunk WHERE account = ?", judge.account());
    }

    @Test
    void searchesSayWhetherTheyCouldLookAtEverything() {
        List<Arrived> arrived = assign(2);
        Contains subject = new Contains(Field.SUBJECT, "regatta");
        Contains body = new Contains(Field.BODY, "regatta");
        assertThat(isComplete(subject)).isFalse();
        assertThat(isComplete(new Since(NOW))).isFalse();
        assertThat(isComplete(SearchCriteria.UNREAD)).isTrue();

        arrived.forEach(message -> fill(message, "Regatta"));
        attach(arrived.getFirst(), "Regatta");

        assertThat(isComplete(subject)).isTrue();
        assertThat(isComplete(body)).isFalse();
        assertThat(isComplete(new Contains(Field.TEXT, "x"))).isFalse();
        UidSet here = UidSet.of(arrived.getFirst().uid());
        assertThat(isComplete(new Among(here).and(body))).isTrue();
        assertThat(account.store().search(Letters.INBOX, body).uids()).isEqualTo(here);
        attach(arrived.getLast(), "Regatta");
        assertThat(isComplete(body)).isTrue();
    }

    private boolean isComplete(SearchCriteria criteria) {
        return account.store().search(Letters.INBOX, criteria).complete();
    }

    @Test
    void whatWasMovedWhilePendingIsFilledWhereItIs() {
        Arrived message = assign(1).getFirst();
        account.store()
                .copy(
                        Letters.refs(account.store(), Letters.INBOX, UidSet.of(message.uid())),
                        Letters.ARCHIVE);
        account.store()
                .move(
                        Letters.refs(account.store(), Letters.INBOX, UidSet.of(message.uid())),
                        Letters.ARCHIVE);
        assertThat(judge.miscounted()).isEmpty();

        fill(message, "Moved");

        assertThat(
                        judge.number(
                                "SELECT count(*) FROM message WHERE account = ? AND NOT pending"
                                        + " AND subject_words = 'moved'",
                                judge.account()))
                .isEqualTo(2);
        assertThat(judge.miscounted()).isEmpty();
    }

    @Test
    void whatWasDeletedForGoodTakesNothingMore() {
        Arrived message = assign(1).getFirst();
        account.store()
                .expunge(Letters.refs(account.store(), Letters.INBOX, UidSet.of(message.uid())));

        fill(message, "Late");
        assertThat(attach(message, "Late")).isFalse();

        assertThat(chunks()).isZero();
        assertThat(contents.verify(message.content())).isFalse();
        assertThat(judge.misjudgedRoom()).isZero();
        assertThat(
                        judge.number(
                                "SELECT count(*) FROM content WHERE account = ? AND forgotten",
                                judge.account()))
                .isEqualTo(1);
    }

    @Test
    void theOnlyCopyIsMarkedAsSuchOnceItsTextIsHere() {
        List<Arrived> arrived = assign(2);
        UUID key = judge.account();

        arrivals.markOnlyCopies(key, List.of(arrived.getFirst().content()), true);

        assertThat(page(SortOrder.Key.DATE, false).messages()).noneMatch(MessageSummary::onlyCopy);
        attach(arrived.getFirst(), "Regatta");
        assertThat(page(SortOrder.Key.DATE, false).messages())
                .filteredOn(MessageSummary::onlyCopy)
                .hasSize(1);
        arrivals.markOnlyCopies(key, List.of(arrived.getFirst().content()), false);
        assertThat(page(SortOrder.Key.DATE, false).messages()).noneMatch(MessageSummary::onlyCopy);
    }
}
