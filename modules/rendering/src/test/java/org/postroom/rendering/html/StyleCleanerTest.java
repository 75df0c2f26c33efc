package org.postroom.rendering.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleCleanerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    color:red;;width:10px                       | color:red;width:10px
                    margin:0 auto!important                     | margin:0 auto!important
                    font:bold 12px/1.5 'A B',serif              | font:bold 12px/1.5 'A B',serif
                    font-family:"Segoe UI",Arial                | font-family:'Segoe UI',Arial
                    *zoom:1;_height:1px;mso-x:y;color:blue      | color:blue
                    foo;bar:;color:blue                         | color:blue
                    color:rgb(1,2,3);border:1px solid rgba(0 0 0/50%) | color:rgb(1,2,3);border:1px solid rgba(0 0 0/50%)
                    width:calc(100% - 20px)                     | width:calc(100% - 20px)
                    width:calc(var(--x));height:100vh           |
                    width:99999999px;text-indent:-9999px        | text-indent:-9999px
                    background:#fff url(http://e.example/x) no-repeat | background-color:#fff
                    background:url(x) 0 0,red                   | background-color:red
                    background:linear-gradient(to right,#fff 0%,rgba(0,0,0,.5) 100%) | background:linear-gradient(to right,#fff 0%,rgba(0,0,0,.5) 100%)
                    background-image:url(x)                     |
                    /* a;b */color:red                          |
                    color:/* a;b */red                          | color:red
                    position:absolute;top:0;z-index:3           |
                    color:re\\64                                |
                    font-family:'ＭＳ ゴシック',Osaka             | font-family:'ＭＳ ゴシック',Osaka
                    """)
    void aStyleAttributeKeepsWhatIsHarmless(String css, String expected) {
        var style =
                body("<p style=\"" + css.replace("\"", "&quot;") + "\">x</p>")
                        .select("p")
                        .attr("style");

        assertThat(style).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    p{color:red}                                | p{color:red}
                    body,html{margin:0}                         | body,html{margin:0}
                    .a #b>p:first-child+Q:HOVER{color:red}      | .m-a #m-b>p:first-child+q:hover{color:red}
                    td.x[align=center]:nth-child(2n+1){color:red} | td.m-x[align="center"]:nth-child(2n+1){color:red}
                    [class~="x"] b,[id=y] i{color:red}          | .m-x b,#m-y i{color:red}
                    p:not(.a):not(:first-child){color:red}      | p:not(.m-a):not(:first-child){color:red}
                    a[href^=tel],p{color:red}                   | p{color:red}
                    p::before,p:has(b),p:is(a){color:red}       |
                    .\\31 a{color:red} b{color:blue}            | b{color:blue}
                    <!-- p{color:red} -->                       | p{color:red}
                    p{color:red} } q{color:blue}                | p{color:red}q{color:blue}
                    p{};q{color:blue}                           | q{color:blue}
                    p{color:red                                 | p{color:red}
                    @import 'x';p{color:red}                    | p{color:red}
                    @font-face{src:url(x)}p{color:red}          | p{color:red}
                    @keyframes x{from{color:red}}p{color:red}   | p{color:red}
                    @supports (display:grid){p{color:red}}      |
                    @media screen and (max-width:600px){.a{width:100%!important}} | @media screen and (max-width:600px){.m-a{width:100%!important}}
                    @media (min-width:1px) and (MAX-WIDTH:9px),print{p{color:red}} | @media all and (min-width:1px) and (max-width:9px),print{p{color:red}}
                    @media (prefers-color-scheme:dark){p{color:#fff}} |
                    @media not print{p{color:red}}              |
                    @media screen{@media print{p{color:red}}q{color:red}} | @media screen{q{color:red}}
                    """)
    void aStyleSheetKeepsWhatIsHarmless(String css, String expected) {
        var style = body("<style>" + css + "</style>x").select("style");

        assertThat(style.isEmpty() ? null : style.getFirst().data()).isEqualTo(expected);
    }

    @Test
    void classesAndIdsAreRenamedAlikeInMarkupAndSelectors() {
        var body =
                body("<style>.big{color:red}#x{color:blue}</style><p class='big other' id=x>y</p>");

        assertThat(body.select("style").getFirst().data())
                .isEqualTo(".m-big{color:red}#m-x{color:blue}");
        assertThat(body.select("p.m-big.m-other#m-x")).hasSize(1);
    }

    @Test
    void aSheetForPrintersStaysForPrinters() {
        assertThat(
                        body("<style media=print>p{color:red}</style>")
                                .select("style")
                                .getFirst()
                                .data())
                .isEqualTo("@media print{p{color:red}}");
        assertThat(
                        body("<style media='(prefers-color-scheme:dark)'>p{color:red}</style>")
                                .select("style"))
                .isEmpty();
    }

    @Test
    void sheetsFromHeadAndBodyStandFirstInTheirOrder() {
        var html =
                Harmless.cleanAndCheck(
                                "<head><style>p{color:red}</style></head><p>x<style>q{color:red}</style>")
                        .html();

        assertThat(html)
                .isEqualTo("<style>p{color:red}</style><style>q{color:red}</style><p>x</p>");
    }

    @Test
    void tooMuchStyleIsCutAndSaidSo() {
        var cleaned = Harmless.clean("<style>" + "p{color:red}".repeat(40_000) + "</style>x");

        assertThat(cleaned.shownInPart()).isTrue();
        assertThat(cleaned.html()).endsWith("x");
    }

    @Test
    void deeplyNestedStyleOverflowsNothing() {
        for (var piece :
                new String[] {
                    "a(", "calc(", "@media x{", ":not(", "[", "(", "{", "}", "/*", "\\", "'", "@x{"
                }) {
            var many = piece.repeat(60_000);

            Harmless.check(
                    Harmless.clean("<style>" + many + "</style><p style=\"width:" + many + "\">x"));
            Harmless.check(
                    Harmless.clean("<style>p{width:" + many + "}" + many + "{color:red}</style>x"));
        }
    }

    private static Element body(String html) {
        return HtmlParsing.body(Harmless.cleanAndCheck(html).html());
    }
}
