package org.postroom.testing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlainMailTest {
    @Test
    void aMessageIsKnownByItsNumber() {
        var streamed = Corpus.plain(5, 1_000).skip(207).findFirst().orElseThrow();
        var known = PlainMail.of(5, 207);

        assertThat(streamed.raw()).isEqualTo(known.message().raw());
        assertThat(ParsedMail.of(streamed.raw()).subject()).isEqualTo(known.subject());
        assertThat(known.subject()).contains(PlainMail.RARE_WORD).endsWith("no. 207");
    }

    @Test
    void theRareWordIsInOneOfTwoHundred() {
        var numbers =
                IntStream.range(0, 1_000)
                        .filter(i -> PlainMail.of(5, i).subject().contains(PlainMail.RARE_WORD));

        assertThat(numbers).containsExactly(7, 207, 407, 607, 807);
    }

    @Test
    void noTwoHaveTheSameSubjectOrDate() {
        assertThat(IntStream.range(0, 2_000).mapToObj(i -> PlainMail.of(1, i).subject()))
                .doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 2_000).mapToObj(i -> PlainMail.of(1, i).date()))
                .doesNotHaveDuplicates();
    }
}
