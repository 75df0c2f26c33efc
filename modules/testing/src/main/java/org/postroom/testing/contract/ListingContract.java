package org.postroom.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Address;
import org.postroom.protocol.Envelope;
import org.postroom.protocol.Flag;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.Page;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SortOrder;
import org.postroom.protocol.SortOrder.Key;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.testing.corpus.CorpusMessage;

/** Pages of a mailbox, and the summaries that they hold. */
public interface ListingContract extends StoreContract {

    private Page page(SearchCriteria criteria, Key key, boolean descending, int offset, int limit) {
        SortOrder order = new SortOrder(key, descending);
        return store().list(inbox(), new Listing(criteria, order, offset, limit));
    }

    private Page newestFirst() {
        return page(SearchCriteria.ALL, Key.DATE, true, 0, 50);
    }

    private static List<String> subjects(Page page) {
        return page.messages().stream().map(m -> m.envelope().orElseThrow().subject()).toList();
    }

    private static List<Uid> uids(Page page) {
        return page.messages().stream().map(m -> m.ref().uid()).toList();
    }

    private MessageSummary only(CorpusMessage message) {
        account().other().put(inbox(), message);
        Page page = newestFirst();
        assertThat(page.messages()).hasSize(1);
        return page.messages().getFirst();
    }

    private MessageSummary only(Letter letter) {
        return only(letter.sent());
    }

    private Envelope envelope(Letter letter) {
        return only(letter).envelope().orElseThrow();
    }

    @Test
    default void anEmptyMailboxHasAnEmptyPage() {
        Page page = newestFirst();

        assertThat(page.total()).isZero();
        assertThat(page.messages()).isEmpty();
        assertThat(page.uidValidity().value()).isPositive();
    }

    @Test
    default void theNewestByArrivalStandsFirst() {
        account()
                .other()
                .put(
                        inbox(),
                        Letter.about("middle").after(200).sent(),
                        Letter.about("oldest").after(100).sent(),
                        Letter.about("newest").after(300).sent());

        assertThat(subjects(newestFirst())).containsExactly("newest", "middle", "oldest");
        assertThat(subjects(page(SearchCriteria.ALL, Key.DATE, false, 0, 50)))
                .containsExactly("oldest", "middle", "newest");
    }

    @Test
    default void equalsStandByUidInTheSameDirection() {
        putMany(12, 1);
        List<Uid> there = account().other().uids(inbox());

        for (Key key : List.of(Key.DATE, Key.FROM)) {
            assertThat(uids(page(SearchCriteria.ALL, key, false, 0, 50))).isEqualTo(there);
            assertThat(uids(page(SearchCriteria.ALL, key, true, 0, 50)))
                    .isEqualTo(there.reversed());
        }
    }

    private void putMany(int count, int perSecond) {
        CorpusMessage[] letters =
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        Letter.about("number " + i)
                                                .after(perSecond == 1 ? 0 : i / perSecond))
                        .map(Letter::sent)
                        .toArray(CorpusMessage[]::new);
        account().other().put(inbox(), letters);
    }

    @Test
    default void pagesNeitherLoseNorRepeat() {
        putMany(25, 3);
        List<Uid> there = account().other().uids(inbox());

        for (Key key : Key.values()) {
            for (boolean descending : new boolean[] {true, false}) {
                List<Uid> seen = new ArrayList<>();
                for (int offset = 0; offset < 25; offset += 10) {
                    Page page = page(SearchCriteria.ALL, key, descending, offset, 10);
                    assertThat(page.total()).isEqualTo(25);
                    seen.addAll(uids(page));
                }
                assertThat(seen).containsExactlyInAnyOrderElementsOf(there);
            }
        }
    }

    @Test
    default void aPagePastTheEndIsEmptyAndStillCounts() {
        putMany(5, 1);

        for (boolean descending : new boolean[] {true, false}) {
            Page page = page(SearchCriteria.ALL, Key.DATE, descending, 40, 10);
            assertThat(page.messages()).isEmpty();
            assertThat(page.total()).isEqualTo(5);
        }
    }

    @Test
    default void theLastPageHasWhatIsLeft() {
        putMany(13, 2);

        Page last = page(SearchCriteria.ALL, Key.DATE, true, 10, 10);

        assertThat(uids(last)).isEqualTo(account().other().uids(inbox()).subList(0, 3).reversed());
    }

    @Test
    default void aMessageThatJustArrivedIsThere() {
        account().other().put(inbox(), Letter.about("first").after(1).sent());
        assertThat(subjects(newestFirst())).containsExactly("first");

        account().other().put(inbox(), Letter.about("second").after(2).sent());

        Page page = newestFirst();
        assertThat(subjects(page)).containsExactly("second", "first");
        assertThat(page.total()).isEqualTo(2);
    }

    @Test
    default void aMessageThatAnotherProgramExpungedIsGone() {
        putMany(3, 3);
        assertThat(newestFirst().total()).isEqualTo(3);
        Uid second = account().other().uids(inbox()).get(1);

        account().other().addFlags(inbox(), second, "\\Deleted");
        account().other().expunge(inbox());

        Page page = newestFirst();
        assertThat(page.total()).isEqualTo(2);
        assertThat(uids(page)).doesNotContain(second);
    }

    @Test
    default void whatIsMarkedAsDeletedIsNeitherShownNorCounted() {
        putMany(4, 2);
        assertThat(newestFirst().total()).isEqualTo(4);
        Uid first = account().other().uids(inbox()).getFirst();

        account().other().addFlags(inbox(), first, "\\Deleted");

        for (boolean descending : new boolean[] {true, false}) {
            Page page = page(SearchCriteria.ALL, Key.DATE, descending, 0, 50);
            assertThat(page.total()).isEqualTo(3);
            assertThat(uids(page)).hasSize(3).doesNotContain(first);
        }
    }

    @Test
    default void onlyUnreadOnesAreListedWhenAskedFor() {
        putMany(4, 1);
        List<Uid> there = account().other().uids(inbox());
        account().other().addFlags(inbox(), there.get(1), "\\Seen");

        Page unread = page(SearchCriteria.UNREAD, Key.DATE, true, 0, 50);
        assertThat(unread.total()).isEqualTo(3);
        assertThat(uids(unread)).containsExactly(there.get(3), there.get(2), there.getFirst());

        account().other().addFlags(inbox(), there.get(3), "\\Seen");
        assertThat(uids(page(SearchCriteria.UNREAD, Key.DATE, true, 0, 50)))
                .containsExactly(there.get(2), there.getFirst());
    }

    @Test
    default void onlyThoseWithAttachmentsAreListedWhenAskedFor() {
        account()
                .other()
                .put(
                        inbox(),
                        Letter.about("plain").sent(),
                        Samples.WITH_ATTACHMENT,
                        Letter.about("too").sent());

        Page page = page(SearchCriteria.ATTACHMENTS, Key.DATE, true, 0, 50);

        assertThat(uids(page)).containsExactly(account().other().uids(inbox()).get(1));
        assertThat(page.messages().getFirst().attachment()).isTrue();
    }

    @Test
    default void bySubjectTheAnswerStandsWithItsQuestion() {
        account()
                .other()
                .put(
                        inbox(),
                        Letter.about("boats").sent(),
                        Letter.about("Anchors").sent(),
                        Letter.about("Re: anchors").sent(),
                        Letter.about("Chart").sent());

        assertThat(subjects(page(SearchCriteria.ALL, Key.SUBJECT, false, 0, 50)))
                .containsExactly("Anchors", "Re: anchors", "boats", "Chart");
    }

    @Test
    default void bySenderTheyStandByLocalPart() {
        account()
                .other()
                .put(
                        inbox(),
                        Letter.about("c").with("From", "Aa <carla@a.example>").sent(),
                        Letter.about("a").with("From", "Zz <anton@z.example>").sent(),
                        Letter.about("b").with("From", "Mm <bea@m.example>").sent());

        assertThat(subjects(page(SearchCriteria.ALL, Key.FROM, false, 0, 50)))
                .containsExactly("a", "b", "c");
        assertThat(subjects(page(SearchCriteria.ALL, Key.FROM, true, 0, 50)))
                .containsExactly("c", "b", "a");
    }

    @Test
    default void bySizeTheLargestStandsFirst() {
        account()
                .other()
                .put(
                        inbox(),
                        Letter.about("middle").saying("x\r\n".repeat(500)).sent(),
                        Letter.about("small").sent(),
                        Letter.about("large").saying("x\r\n".repeat(900)).sent());

        assertThat(subjects(page(SearchCriteria.ALL, Key.SIZE, true, 0, 50)))
                .containsExactly("large", "middle", "small");
    }

    @Test
    default void aSummarySaysWhatTheMessageIs() {
        Letter letter =
                Letter.about("Regatta")
                        .arriving(Instant.parse("2026-05-06T07:08:09Z"))
                        .flagged("\\Seen", "\\Flagged", "$Forwarded");

        MessageSummary summary = only(letter);

        assertThat(summary.ref().uid()).isEqualTo(account().other().uids(inbox()).getFirst());
        assertThat(summary.flags()).contains(Flag.SEEN, Flag.FLAGGED, Flag.FORWARDED);
        assertThat(summary.internalDate()).isEqualTo("2026-05-06T07:08:09Z");
        assertThat(summary.size()).isEqualTo(letter.sent().raw().length);
        assertThat(summary.attachment()).isFalse();
        assertThat(summary.preview()).startsWith("Dear all, Regatta.");
    }

    @Test
    default void anEnvelopeHasTheFieldsOfTheHeader() {
        Envelope envelope =
                envelope(
                        Letter.about("Regatta")
                                .with("Cc", "bo@postroom.example")
                                .with("In-Reply-To", "<before@postroom.example>"));

        assertThat(envelope.subject()).isEqualTo("Regatta");
        assertThat(envelope.date()).contains(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(envelope.from())
                .containsExactly(new Address("Ines Varga", "ines@postroom.example"));
        assertThat(envelope.to()).containsExactly(new Address("Team", "team@postroom.example"));
        assertThat(envelope.cc()).containsExactly(new Address("", "bo@postroom.example"));
        assertThat(envelope.inReplyTo().orElseThrow().value())
                .isEqualTo("<before@postroom.example>");
        assertThat(envelope.messageId().orElseThrow().value()).endsWith("@postroom.example>");
    }

    @Test
    default void encodedHeaderTextIsDecoded() {
        Envelope envelope =
                envelope(
                        Letter.about("x")
                                .with(
                                        "Subject",
                                        "=?utf-8?B?R3LDvMOfZSA=?= =?UTF-8?Q?aus_M=C3=BCnchen?=")
                                .with(
                                        "From",
                                        "=?iso-8859-1?Q?J=F6rg_M=FCller?= <joerg@postroom.example>"));

        assertThat(envelope.subject()).isEqualTo("Grüße aus München");
        assertThat(envelope.from().getFirst().name()).isEqualTo("Jörg Müller");
    }

    @Test
    default void aCharacterCutInTwoByEncodedWordsIsMended() {
        Envelope envelope =
                envelope(
                        Letter.about("x")
                                .with(
                                        "Subject",
                                        "=?utf-8?Q?M=C3?= =?utf-8?Q?=BCnchen?= und =?nonsense?Q?=?="));

        assertThat(envelope.subject()).startsWith("München und");
    }

    @Test
    default void headerTextWithoutAnyEncodingIsStillRead() {
        Envelope envelope = envelope(Letter.about("Grüße an alle"));

        assertThat(envelope.subject()).isEqualTo("Grüße an alle");
    }

    @Test
    default void aMessageWithoutHeaderIsListed() {
        MessageSummary summary = only(Letter.raw("\r\nNothing but a text.\r\n"));

        Envelope envelope = summary.envelope().orElseThrow();
        assertThat(envelope.subject()).isEmpty();
        assertThat(envelope.date()).isEmpty();
        assertThat(envelope.messageId()).isEmpty();
    }

    @Test
    default void aDateThatIsNoneIsLeftOut() {
        assertThat(envelope(Letter.about("x").with("Date", "the day before yesterday")).date())
                .isEmpty();
    }

    @Test
    default void theMembersOfAGroupAreToldOneByOne() {
        Envelope envelope =
                envelope(
                        Letter.about("x")
                                .with(
                                        "To",
                                        "Crew: ann@postroom.example, Bo <bo@postroom.example>;, c@postroom.example"));

        assertThat(envelope.to())
                .extracting(Address::mail)
                .containsExactly(
                        "ann@postroom.example", "bo@postroom.example", "c@postroom.example");
    }

    @Test
    default void anAttachmentIsMarked() {
        assertThat(only(Samples.WITH_ATTACHMENT).attachment()).isTrue();
    }

    @Test
    default void theFirstWordsOfHtmlAreItsText() {
        MessageSummary summary =
                only(
                        Letter.about("x")
                                .with("MIME-Version", "1.0")
                                .with("Content-Type", "text/html; charset=utf-8")
                                .saying(
                                        "<html><body><p>Good <b>morning</b>, Zoë.</p></body></html>\r\n"));

        assertThat(summary.preview())
                .startsWith("Good morning")
                .contains("Zoë.")
                .doesNotContain("<");
    }

    @Test
    default void theFirstWordsAreDecodedAndShort() {
        MessageSummary summary =
                only(
                        Letter.about("x")
                                .with("MIME-Version", "1.0")
                                .with("Content-Type", "text/plain; charset=utf-8")
                                .with("Content-Transfer-Encoding", "quoted-printable")
                                .saying(
                                        "Sch=C3=B6ne Gr=C3=BC=C3=9Fe.\r\n"
                                                + "And so on. \r\n".repeat(100)));

        assertThat(summary.preview()).startsWith("Schöne Grüße. And so on.");
        assertThat(summary.preview().length()).isLessThanOrEqualTo(256);
    }

    @Test
    default void summariesComeInTheOrderOfTheirUidsWithoutThoseThatAreGone() {
        putMany(3, 1);
        List<Uid> there = account().other().uids(inbox());
        MessageRefs refs =
                new MessageRefs(
                        inbox(),
                        newestFirst().uidValidity(),
                        UidSet.of(there.get(2), there.getFirst(), new Uid(4_000_000)));

        assertThat(store().summaries(refs))
                .extracting(summary -> summary.ref().uid())
                .containsExactly(there.getFirst(), there.get(2));
    }

    @Test
    default void listingSetsNoFlag() {
        account().other().put(inbox(), Letter.about("quiet").sent());

        Page page = newestFirst();

        assertThat(account().other().flags(inbox(), uids(page).getFirst())).isEmpty();
    }
}
