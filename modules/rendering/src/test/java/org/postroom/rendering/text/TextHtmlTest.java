package org.postroom.rendering.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class TextHtmlTest {

    @Test
    void whatLooksLikeMarkupIsText() {
        assertThat(html("<b>&amp; \"x\" <script>alert(1)</script>"))
                .isEqualTo(
                        "<p dir=\"auto\">&lt;b&gt;&amp;amp; \"x\" &lt;script&gt;alert(1)&lt;/script&gt;</p>");
    }

    @Test
    void linksLeadElsewhereAndShowTheirHost() {
        assertThat(html("see https://A.example/x?a=&b 'now'"))
                .isEqualTo(
                        "<p dir=\"auto\">see <a href=\"https://A.example/x?a=&amp;b\" rel=\"noopener noreferrer nofollow\""
                                + " target=\"_blank\" title=\"a.example\">https://A.example/x?a=&amp;b</a> 'now'</p>");
    }

    @Test
    void aLinkCannotBreakOutOfItsAttribute() {
        var link = Jsoup.parse(html("https://a.example/'onclick='alert(1)")).select("a").getFirst();

        assertThat(link.attributes().asList())
                .extracting(a -> a.getKey())
                .containsExactly("href", "rel", "target", "title");
    }

    @Test
    void longQuotesAreFoldedWithTheirNumberOfLinesAndShortOnesOpen() {
        assertThat(html("> a\n> b\n> c\n> d\n> > e"))
                .isEqualTo(
                        "<details class=\"quote\"><summary>5 lines</summary><blockquote><p dir=\"auto\">a<br>b<br>c<br>d</p>"
                                + "<blockquote><p dir=\"auto\">e</p></blockquote></blockquote></details>");
        assertThat(html("> a\nb"))
                .startsWith("<details class=\"quote\" open><summary>1 lines</summary>");
    }

    @Test
    void theSummaryIsTextToo() {
        assertThat(TextHtml.render(PlainText.toBlocks("> a", false, false), _ -> "<b>"))
                .contains("<summary>&lt;b&gt;</summary>");
    }

    @Test
    void theSignatureIsMarked() {
        assertThat(html("a\n-- \nInes"))
                .isEqualTo("<p dir=\"auto\">a</p><div class=\"signature\" dir=\"auto\">Ines</div>");
    }

    private static final String[] PIECES =
            "< > \" ' & http:// a.example @ / \n >_ --_ script ; &#x3c; _ \u2028".split(" ", -1);

    @Test
    void anyTextGivesNothingButItsOwnElements() {
        var random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            var text =
                    random.ints(random.nextInt(40), 0, PIECES.length)
                            .mapToObj(n -> PIECES[n].replace('_', ' '))
                            .collect(Collectors.joining());
            var body = Jsoup.parseBodyFragment(html(text)).body();

            assertThat(Set.of("body", "p", "br", "a", "details", "summary", "blockquote", "div"))
                    .containsAll(body.getAllElements().stream().map(Element::normalName).toList());
            assertThat(body.select("a:not([href^=http]):not([href^=mailto])")).isEmpty();
        }
    }

    private static String html(String text) {
        return TextHtml.render(PlainText.toBlocks(text, false, false), lines -> lines + " lines");
    }
}
