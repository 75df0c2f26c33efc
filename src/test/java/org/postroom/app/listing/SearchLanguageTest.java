package org.postroom.app.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.app.listing.NotUnderstood.Reason;
import org.postroom.protocol.Flag;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SearchCriteria.And;
import org.postroom.protocol.SearchCriteria.Before;
import org.postroom.protocol.SearchCriteria.Contains;
import org.postroom.protocol.SearchCriteria.Field;
import org.postroom.protocol.SearchCriteria.HasFlag;
import org.postroom.protocol.SearchCriteria.Larger;
import org.postroom.protocol.SearchCriteria.Not;
import org.postroom.protocol.SearchCriteria.Or;

class SearchLanguageTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @Test
    void aWordIsLookedForEverywhereInTheMessage() {
        SearchQuery query = understand("harbour");
        assertThat(query.criteria()).isEqualTo(new Contains(Field.TEXT, "harbour"));
        assertThat(query.readsText()).isTrue();
    }

    @Test
    void termsBesideEachOtherMustAllMatch() {
        assertThat(understand("from:marta has:attachment \"harbour lease\"").criteria())
                .isEqualTo(
                        new And(
                                List.of(
                                        new Contains(Field.FROM, "marta"),
                                        SearchCriteria.ATTACHMENTS,
                                        new Contains(Field.TEXT, "harbour lease"))));
    }

    @Test
    void orBindsItsNeighbours() {
        assertThat(understand("is:unread from:a OR from:b OR from:c").criteria())
                .isEqualTo(
                        new And(
                                List.of(
                                        SearchCriteria.UNREAD,
                                        new Or(
                                                List.of(
                                                        new Contains(Field.FROM, "a"),
                                                        new Contains(Field.FROM, "b"),
                                                        new Contains(Field.FROM, "c"))))));
    }

    @Test
    void aMinusTurnsATermAround() {
        assertThat(understand("-subject:\"board meeting\"").criteria())
                .isEqualTo(new Not(new Contains(Field.SUBJECT, "board meeting")));
        assertThat(understand("- x").terms()).containsExactly("-", "x");
    }

    @Test
    void datesAreDaysOfTheReader() {
        assertThat(understand("before:2026-11-01").criteria())
                .isEqualTo(new Before(Instant.parse("2026-10-31T23:00:00Z")));
        assertThat(understand("before:2026/7").criteria())
                .isEqualTo(new Before(Instant.parse("2026-06-30T22:00:00Z")));
    }

    @Test
    void sizesHaveUnits() {
        assertThat(understand("larger:5M").criteria()).isEqualTo(new Larger(5 << 20));
        assertThat(understand("larger:20kb").criteria()).isEqualTo(new Larger(20 << 10));
    }

    @Test
    void aMailboxIsNamedOnceAndIsNoCriterion() {
        SearchQuery query = understand("in:\"Old contracts\" is:starred");
        assertThat(query.mailbox()).contains("Old contracts");
        assertThat(query.criteria()).isEqualTo(new HasFlag(Flag.FLAGGED));
        assertThat(query.readsText()).isFalse();
    }

    @Test
    void whatIsNoOperatorIsAWord() {
        assertThat(understand("https://example.org/x").criteria())
                .isEqualTo(new Contains(Field.TEXT, "https://example.org/x"));
        assertThat(understand("OR").criteria()).isEqualTo(new Contains(Field.TEXT, "OR"));
    }

    @Test
    void eachTermCanBeTakenAway() {
        SearchQuery query = understand("from:a  b OR c  \"d e\"");
        assertThat(query.terms()).containsExactly("from:a", "b OR c", "\"d e\"");
        assertThat(query.without(1)).isEqualTo("from:a \"d e\"");
    }

    @Test
    void controlCharactersAreSpace() {
        assertThat(understand("a\r\nb\0c").terms()).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'\"\"', EMPTY",
        "from:, NO_VALUE",
        "before:soon, NOT_A_DATE",
        "after:2026-13-01, NOT_A_DATE",
        "larger:big, NOT_A_SIZE",
        "has:wings, UNKNOWN_HAS",
        "is:nice, UNKNOWN_IS",
        "-in:Sent, IN_MISPLACED",
        "in:a in:b, IN_MISPLACED",
        "in:a OR x, IN_MISPLACED",
        "label:a(b, NOT_A_LABEL"
    })
    void whatMakesNoSenseIsNamed(String typed, Reason reason) {
        assertThatThrownBy(() -> understand(typed))
                .isInstanceOfSatisfying(
                        NotUnderstood.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void aSearchHasABound() {
        assertThatThrownBy(() -> understand("x".repeat(1001))).isInstanceOf(NotUnderstood.class);
        assertThatThrownBy(() -> understand("x ".repeat(41))).isInstanceOf(NotUnderstood.class);
    }

    private static SearchQuery understand(String typed) {
        return SearchLanguage.understand(typed, OSLO);
    }
}
