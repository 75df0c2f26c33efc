package org.postroom.rendering.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void linesThatStandTogetherAreAParagraph() {
        var blocks = blocks("one\ntwo\r\n\r\n\n  three\n");

        assertThat(blocks).containsExactly(paragraph("one\ntwo"), paragraph("  three"));
    }

    @Test
    void quotesAreNestedAndTellTheirNumberOfLines() {
        var blocks = blocks("Hi\n> a\n>\n> > b\n>> c\n> d\nend");

        assertThat(blocks)
                .containsExactly(
                        paragraph("Hi"),
                        new Block.Quote(
                                1,
                                5,
                                List.of(
                                        paragraph("a"),
                                        new Block.Quote(2, 2, List.of(paragraph("b\nc"))),
                                        paragraph("d"))),
                        paragraph("end"));
    }

    @Test
    void aSignatureIsSetApart() {
        assertThat(blocks("Text\n\n-- \nInes\nOslo\n"))
                .containsExactly(
                        paragraph("Text"),
                        new Block.Signature(List.of(new Token.Words("Ines\nOslo"))));
    }

    @Test
    void aSignatureEndsWhereAQuoteBegins() {
        assertThat(blocks("Text\n-- \nInes\n> quoted"))
                .hasSize(3)
                .last()
                .isInstanceOf(Block.Quote.class);
    }

    @Test
    void flowedLinesArePutTogetherAgain() {
        assertThat(flowed("A long \nparagraph \nends.\nNext one.", false))
                .containsExactly(paragraph("A long paragraph ends.\nNext one."));
    }

    @Test
    void flowedQuotesArePutTogetherWithinTheirDepth() {
        assertThat(flowed(">> deep \n>> deeper\n> less \nmine", false))
                .containsExactly(
                        new Block.Quote(
                                1,
                                3,
                                List.of(
                                        new Block.Quote(2, 2, List.of(paragraph("deep deeper"))),
                                        paragraph("less"))),
                        paragraph("mine"));
    }

    @Test
    void flowedStuffingIsTakenAwayAndDelSpToo() {
        assertThat(flowed(" >not a quote\n From here", false))
                .containsExactly(paragraph(">not a quote\nFrom here"));
        assertThat(flowed("東京 \n都", true)).containsExactly(paragraph("東京都"));
    }

    @Test
    void aFlowedSignatureSeparatorDoesNotFlow() {
        assertThat(flowed("Text \n-- \nInes", false))
                .last()
                .isEqualTo(new Block.Signature(List.of(new Token.Words("Ines"))));
    }

    @Test
    void quotesDeeperThanAnybodyReadsAreCutOff() {
        assertThat(blocks(">".repeat(100_000) + " deep")).hasSize(1);
        assertThat(TextHtml.render(blocks(">".repeat(100_000) + " deep"), n -> "" + n))
                .contains("deep");
    }

    @Test
    void controlCharactersAreLeftOut() {
        assertThat(blocks("a\0b\u001b[31mc\td\u0085e")).containsExactly(paragraph("ab[31mc\tde"));
    }

    @Test
    void beyondItsLimitTheTextIsCut() {
        var text = "word ".repeat(300_000);

        assertThat(PlainText.isShownInPart(text)).isTrue();
        assertThat(PlainText.isShownInPart("word")).isFalse();
        assertThat(blocks(text)).hasSize(1);
    }

    @Test
    void nothingGivesNothing() {
        assertThat(blocks("")).isEmpty();
        assertThat(flowed("", true)).isEmpty();
        assertThat(blocks("\n\n \n")).isEmpty();
    }

    private static List<Block> blocks(String text) {
        return PlainText.toBlocks(text, false, false);
    }

    private static List<Block> flowed(String text, boolean delSp) {
        return PlainText.toBlocks(text, true, delSp);
    }

    private static Block paragraph(String words) {
        return new Block.Paragraph(List.of(new Token.Words(words)));
    }
}
