package org.postroom.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Flag;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SearchCriteria.Among;
import org.postroom.protocol.SearchCriteria.Before;
import org.postroom.protocol.SearchCriteria.Contains;
import org.postroom.protocol.SearchCriteria.Field;
import org.postroom.protocol.SearchCriteria.HasFlag;
import org.postroom.protocol.SearchCriteria.Larger;
import org.postroom.protocol.SearchCriteria.Not;
import org.postroom.protocol.SearchCriteria.Or;
import org.postroom.protocol.SearchCriteria.Since;
import org.postroom.protocol.SearchCriteria.Smaller;
import org.postroom.protocol.SearchResult;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/** Finding messages. */
public interface SearchContract extends StoreContract {

    private Mailroom room() {
        return new Mailroom(account());
    }

    /** The positions, from 0 and in the order of their arrival, of those that are found. */
    private List<Integer> found(SearchCriteria criteria) {
        List<Uid> there = account().other().uids(inbox());
        SearchResult result = store().search(inbox(), criteria);
        assertThat(result.uidValidity()).isEqualTo(room().validity(inbox()));
        return result.uids().stream().map(there::indexOf).toList();
    }

    private static SearchCriteria contains(Field field, String words) {
        return new Contains(field, words);
    }

    @Test
    default void everythingIsFoundWhenNothingIsAsked() {
        room().putMany(inbox(), 3);

        assertThat(found(SearchCriteria.ALL)).containsExactly(0, 1, 2);
        assertThat(found(new Or(List.of()))).isEmpty();
    }

    @Test
    default void anEmptyMailboxHasNothing() {
        assertThat(found(SearchCriteria.ALL)).isEmpty();
        assertThat(found(contains(Field.TEXT, "anything"))).isEmpty();
    }

    @Test
    default void fieldsAreSearchedForPartsOfWordsInAnyCase() {
        room().put(
                        inbox(),
                        Letter.about("Regatta on Sunday").with("Cc", "Carla <carla@a.example>"),
                        Letter.about("Paint").with("From", "Bruno Regattini <bruno@b.example>"),
                        Letter.about("Oars").with("To", "regatta@c.example"));

        assertThat(found(contains(Field.SUBJECT, "GATTA"))).containsExactly(0);
        assertThat(found(contains(Field.FROM, "regatt"))).containsExactly(1);
        assertThat(found(contains(Field.FROM, "bruno@b"))).containsExactly(1);
        assertThat(found(contains(Field.TO, "Regatta@"))).containsExactly(2);
        assertThat(found(contains(Field.CC, "carla"))).containsExactly(0);
    }

    @Test
    default void textsAreSearchedWithAndWithoutTheHeader() {
        room().put(
                        inbox(),
                        Letter.about("anchor").saying("Nothing here.\r\n"),
                        Letter.about("other").saying("The anchor holds.\r\n"));

        assertThat(found(contains(Field.BODY, "anchor"))).containsExactly(1);
        assertThat(found(contains(Field.TEXT, "anchor"))).containsExactly(0, 1);
    }

    @Test
    default void wordsOfAllScriptsAreFoundInEncodedText() {
        room().put(
                        inbox(),
                        Letter.about("x").with("Subject", "=?utf-8?B?R3LDvMOfZSA=?= aus Wien"),
                        Letter.about("y")
                                .with("MIME-Version", "1.0")
                                .with("Content-Type", "text/plain; charset=utf-8")
                                .with("Content-Transfer-Encoding", "quoted-printable")
                                .saying("Sch=C3=B6ne Gr=C3=BC=C3=9Fe\r\n"),
                        Letter.about("z").with("Subject", "=?utf-8?B?5pel5pys6Kqe?="));

        assertThat(found(contains(Field.SUBJECT, "grüße"))).containsExactly(0);
        assertThat(found(contains(Field.BODY, "Schöne Grüße"))).containsExactly(1);
        assertThat(found(contains(Field.SUBJECT, "日本"))).containsExactly(2);
    }

    @Test
    default void wordsAreNeverCommands() {
        room().put(inbox(), Letter.about("say \"hello\" \\ (now) {3}"), Letter.about("other"));

        for (String words : List.of("\"hello\"", "\\ (now", "(now) {3}", "say \"hello\" \\")) {
            assertThat(found(contains(Field.SUBJECT, words))).containsExactly(0);
        }
        for (String words : List.of("x\" UID 1:* SUBJECT \"", "{10}", "* (ALL)", "NIL", "%")) {
            assertThat(found(contains(Field.FROM, words))).isEmpty();
        }
    }

    @Test
    default void aMessageIsFoundByItsIdentifier() {
        room().put(
                        inbox(),
                        Letter.about("a").with("Message-ID", "<one.two@x.example>"),
                        Letter.about("b"));

        assertThat(found(contains(Field.MESSAGE_ID, "<one.two@x.example>"))).containsExactly(0);
    }

    @Test
    default void flagsAndKeywordsAreAskedFor() {
        room().put(
                        inbox(),
                        Letter.about("a").flagged("\\Seen"),
                        Letter.about("b").flagged("\\Flagged", "$Forwarded"),
                        Letter.about("c"));

        assertThat(found(SearchCriteria.UNREAD)).containsExactly(1, 2);
        assertThat(found(SearchCriteria.STARRED)).containsExactly(1);
        assertThat(found(new HasFlag(Flag.FORWARDED))).containsExactly(1);
        assertThat(found(new Not(new HasFlag(Flag.FORWARDED)))).containsExactly(0, 2);
        assertThat(found(new HasFlag(new Flag("Unheard")))).isEmpty();
    }

    @Test
    default void momentsAreExactToTheSecond() {
        Instant then = Instant.parse("2026-05-10T10:15:00Z");
        room().put(
                        inbox(),
                        Letter.about("long before").arriving(then.minusSeconds(900_000)),
                        Letter.about("just before").arriving(then.minusSeconds(1)),
                        Letter.about("then").arriving(then),
                        Letter.about("just after").arriving(then.plusSeconds(1)),
                        Letter.about("long after").arriving(then.plusSeconds(900_000)));

        assertThat(found(new Since(then))).containsExactly(2, 3, 4);
        assertThat(found(new Before(then))).containsExactly(0, 1);
        assertThat(found(new Not(new Since(then)))).containsExactly(0, 1);
        assertThat(found(new Since(then.plusSeconds(1)).and(new Before(then.plusSeconds(2)))))
                .containsExactly(3);
        assertThat(found(new Since(Instant.MIN))).hasSize(5);
        assertThat(found(new Before(Instant.MAX))).hasSize(5);
    }

    @Test
    default void sizesAreAskedFor() {
        room().put(
                        inbox(),
                        Letter.about("small"),
                        Letter.about("large").saying("x\r\n".repeat(4_000)));

        assertThat(found(new Larger(5_000))).containsExactly(1);
        assertThat(found(new Smaller(5_000))).containsExactly(0);
        assertThat(found(new Smaller(0))).isEmpty();
        assertThat(found(new Larger(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    default void attachmentsAreFoundAndNothingElse() {
        account()
                .other()
                .put(
                        inbox(),
                        Letter.about("plain").sent(),
                        Samples.WITH_ATTACHMENT,
                        Samples.ALTERNATIVE,
                        Samples.LONE_PICTURE);

        assertThat(found(SearchCriteria.ATTACHMENTS)).containsExactly(1, 3);
        assertThat(found(new Not(SearchCriteria.ATTACHMENTS))).containsExactly(0, 2);
        assertThat(found(SearchCriteria.ATTACHMENTS)).containsExactly(1, 3);
    }

    @Test
    default void criteriaAreCombined() {
        room().put(
                        inbox(),
                        Letter.about("red boat").flagged("\\Seen"),
                        Letter.about("blue boat"),
                        Letter.about("red car"));
        SearchCriteria boat = contains(Field.SUBJECT, "boat");
        SearchCriteria red = contains(Field.SUBJECT, "red");

        assertThat(found(boat.and(red))).containsExactly(0);
        assertThat(found(new Or(List.of(boat, red)))).containsExactly(0, 1, 2);
        assertThat(found(new Not(new Or(List.of(boat, contains(Field.SUBJECT, "green"))))))
                .containsExactly(2);
        assertThat(found(boat.and(SearchCriteria.UNREAD))).containsExactly(1);
        assertThat(found(new Not(SearchCriteria.ALL))).isEmpty();
    }

    @Test
    default void manyAlternativesAreAskedTogether() {
        room().putMany(inbox(), 30);
        List<SearchCriteria> words =
                java.util.stream.IntStream.range(0, 20)
                        .mapToObj(i -> contains(Field.SUBJECT, "number 1" + i % 10))
                        .toList();

        assertThat(found(new Or(words))).containsExactly(10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
    }

    @Test
    default void aSearchCanBeKeptToSomeMessages() {
        MessageRefs messages = room().putMany(inbox(), 6);
        UidSet some =
                UidSet.of(Mailroom.nth(messages, 1), Mailroom.nth(messages, 4), new Uid(88_888));

        assertThat(found(new Among(some))).containsExactly(1, 4);
        assertThat(found(new Among(some).and(contains(Field.SUBJECT, "number 4"))))
                .containsExactly(4);
        assertThat(found(new Among(UidSet.EMPTY))).isEmpty();
        assertThat(found(new Not(new Among(some)))).containsExactly(0, 2, 3, 5);
    }

    @Test
    default void thousandsOfScatteredIdentifiersAreNoTrouble() {
        MessageRefs messages = room().putMany(inbox(), 10);
        UidSet odd = UidSet.of(java.util.stream.LongStream.range(0, 4_000).map(i -> 2 * i + 1));
        List<Integer> expected =
                java.util.stream.IntStream.range(0, 10)
                        .filter(i -> odd.contains(Mailroom.nth(messages, i)))
                        .boxed()
                        .toList();

        assertThat(found(new Among(odd))).isEqualTo(expected);
        assertThat(found(new Among(odd).and(contains(Field.SUBJECT, "number"))))
                .isEqualTo(expected);
        assertThat(found(new Not(new Among(odd)))).hasSize(10 - expected.size());
    }

    @Test
    default void whatIsMarkedAsDeletedIsNotFound() {
        MessageRefs messages = room().putMany(inbox(), 3);
        account().other().addFlags(inbox(), Mailroom.nth(messages, 1), "\\Deleted");

        assertThat(found(SearchCriteria.ALL)).containsExactly(0, 2);
        assertThat(found(contains(Field.SUBJECT, "number"))).containsExactly(0, 2);
    }

    @Test
    default void whatJustArrivedIsFound() {
        room().putMany(inbox(), 2);
        assertThat(found(SearchCriteria.ALL)).hasSize(2);

        account().other().put(inbox(), Letter.about("brand new").sent());

        assertThat(found(contains(Field.SUBJECT, "brand"))).containsExactly(2);
    }
}
