package org.postroom.rendering.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstWordsTest {

    @Test
    void theyStandOnOneLineWithoutQuotesAndSignature() {
        assertThat(FirstWords.of("Hi Ines,\n\n> old\n> older\n\nyes,  that\tsuits me.\n-- \nJun"))
                .isEqualTo("Hi Ines, yes, that suits me.");
    }

    @Test
    void whoWroteWhatIsQuotedIsLeftOut() {
        assertThat(FirstWords.of("On Monday Jun wrote:\n\n> old\n\nFine.")).isEqualTo("Fine.");
        assertThat(FirstWords.of("Bring these:\n- rope")).isEqualTo("Bring these: - rope");
    }

    @Test
    void aForwardedMessageAndRulesAreLeftOut() {
        assertThat(FirstWords.of("=====\nNews\n-----\nText\n-----Original Message-----\nFrom: x"))
                .isEqualTo("News Text");
    }

    @Test
    void whereEverythingIsQuotedTheQuoteIsShown() {
        assertThat(FirstWords.of("> only\n>> this")).isEqualTo("only this");
        assertThat(FirstWords.ofHtml("<blockquote>only this</blockquote>")).isEqualTo("only this");
    }

    @Test
    void theyAreCutBetweenWords() {
        var words = FirstWords.of("word ".repeat(100));

        assertThat(words).hasSizeLessThanOrEqualTo(FirstWords.LENGTH).endsWith("word");
        assertThat(FirstWords.of("x".repeat(500))).hasSize(FirstWords.LENGTH);
        assertThat(FirstWords.of("a" + "😀".repeat(500))).doesNotEndWith("\ud83d");
    }

    @Test
    void htmlGivesItsTextWithoutStyleScriptAndQuotes() {
        assertThat(
                        FirstWords.ofHtml(
                                "<html><head><title>T</title><style>p{}</style></head><body><p>Dear <b>In</b>es,</p><table><td>one<td>two</table><br>three"
                                        + "<script>x</script><div class=gmail_quote>On Monday…<blockquote>old</blockquote></div>"))
                .isEqualTo("Dear Ines, one two three");
    }

    @ParameterizedTest
    @CsvSource({
        "'Sale&zwnj;&nbsp;&zwnj;&nbsp;&zwnj; &#847; &#8199;&#65279;&shy;&shy; now', Sale now",
        "'&#8203;&#8203;Hello&#8288; there', Hello there"
    })
    void theInvisiblePaddingOfNewslettersIsLeftOut(String html, String expected) {
        assertThat(FirstWords.ofHtml("<div style='display:none'>" + html + "</div>"))
                .isEqualTo(expected);
    }

    @Test
    void joinersThatBelongToAWordStay() {
        assertThat(FirstWords.of("می\u200cخواهم 👩\u200d💻")).isEqualTo("می\u200cخواهم 👩\u200d💻");
    }

    @Test
    void aHugeMessageIsReadOnlyAtItsBeginning() {
        assertThat(FirstWords.ofHtml("<div>".repeat(200_000))).isEmpty();
        assertThat(FirstWords.of("start " + "\n".repeat(5_000_000))).isEqualTo("start");
    }
}
