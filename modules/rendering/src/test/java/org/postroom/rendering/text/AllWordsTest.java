package org.postroom.rendering.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllWordsTest {

    @Test
    void quotesBelongToThem() {
        assertThat(AllWords.of("Yes.\r\n\r\n> Shall we?\r\n-- \r\nAnn"))
                .isEqualTo("Yes. > Shall we? -- Ann");
        assertThat(AllWords.ofHtml("<p>Yes.</p><blockquote>Shall we?</blockquote>"))
                .isEqualTo("Yes. Shall we?");
    }

    @Test
    void ofAPageTheyAreWhatAPersonSees() {
        assertThat(
                        AllWords.ofHtml(
                                "<head><title>t</title><style>a{}</style></head><p>One<br>two"
                                        + "<script>no()</script></p><td>th<b>re</b>e"))
                .isEqualTo("One two three");
    }

    @Test
    void ofVeryLongTextsTheyAreTheBeginning() {
        assertThat(AllWords.of("x".repeat(AllWords.LIMIT + 10))).hasSize(AllWords.LIMIT);
        assertThat(AllWords.ofHtml("<p>x</p>".repeat(AllWords.LIMIT)).length())
                .isLessThan(AllWords.LIMIT);
    }
}
