package org.postroom.rendering.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlCleanerTest {

    @Test
    void anOrdinaryMessageKeepsItsWordsAndItsLook() {
        var html =
                cleaned(
                        "<p>Dear <b>Ines</b>,<br>see <i style=\"COLOR: Red; font-size:12PX\">below</i>.</p>");

        assertThat(html)
                .isEqualTo(
                        "<p>Dear <b>Ines</b>,<br>see <i style=\"color:Red;font-size:12PX\">below</i>.</p>");
    }

    @Test
    void aNewsletterKeepsItsTables() {
        var html =
                cleaned(
                        "<table width=600 cellpadding=0 bgcolor='#faf7f0' align=center><tr><td colspan=2"
                                + " valign=top style='padding:4px 8px'>x</td></tr></table>");

        assertThat(html)
                .isEqualTo(
                        "<table width=\"600\" cellpadding=\"0\" bgcolor=\"#faf7f0\" align=\"center\"><tbody><tr>"
                                + "<td colspan=\"2\" valign=\"top\" style=\"padding:4px 8px\">x</td></tr></tbody></table>");
    }

    @Test
    void linksOpenElsewhereTellNobodyAndShowTheirTrueHost() {
        var html =
                cleaned(
                        "<a href=\"HTTPS://User@Example.ORG:8443/a?b=1&amp;c#d\" title=\"https://bank.example\">bank</a>");

        assertThat(html)
                .isEqualTo(
                        "<a title=\"example.org\" href=\"https://User@Example.ORG:8443/a?b=1&amp;c#d\" target=\"_blank\""
                                + " rel=\"noopener noreferrer nofollow\">bank</a>");
    }

    @Test
    void hostsInOtherScriptsAreShownAsTheNetworkKnowsThem() {
        assertThat(cleaned("<a href=\"https://\u0430pple.example/\">x</a>"))
                .contains("title=\"xn--pple-43d.example\"");
    }

    @ParameterizedTest
    @CsvSource({
        "http:\\\\evil.example/x, http://evil.example/x",
        "https:/path, https://path",
        "//cdn.example/x, https://cdn.example/x",
        "www.example.org/x, http://www.example.org/x",
        "mailto:a@b.example?subject=x, mailto:a@b.example?subject=x",
        "tel:+4712345678, tel:+4712345678",
        "'  https://a.example  ', https://a.example"
    })
    void linksAreReadAsABrowserReadsThem(String href, String expected) {
        assertThat(
                        HtmlParsing.body(cleaned("<a href='" + href + "'>x</a>"))
                                .select("a")
                                .attr("href"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "login",
                "?x",
                "ftp://a.example",
                "javascript:x",
                "data:text/html,x",
                "http://",
                ""
            })
    void linksToAnywhereElseAreJustText(String href) {
        assertThat(cleaned("<a href='" + href + "'>x</a>")).isEqualTo("<a>x</a>");
    }

    @Test
    void linksWithinTheMessageFindTheirPlaces() {
        assertThat(cleaned("<a href=#top>up</a><a name=top></a><p id=top>"))
                .isEqualTo("<a href=\"#m-top\">up</a><a name=\"m-top\"></a><p id=\"m-top\"></p>");
    }

    @Test
    void whatIsDroppedTakesItsContentAlongAndWhatIsUnknownDoesNot() {
        assertThat(
                        cleaned(
                                "<script>a</script><form>b<button>c</button></form><o:p>d</o:p><select><option>e</select>"))
                .isEqualTo("<div>b<span>c</span></div><span>d</span>");
    }

    @Test
    void theBodyKeepsItsColourAndMargin() {
        var cleaned =
                Harmless.clean(
                        "<body bgcolor=#eee style='margin:0;background:url(x) #fafafa' onload=x class=big><p>x");

        assertThat(cleaned.body())
                .containsOnlyKeys("bgcolor", "style", "class")
                .containsEntry("style", "margin:0;background-color:#fafafa")
                .containsEntry("class", "m-big");
    }

    @Test
    void controlCharactersAndLoneSurrogatesAreNotPassedOn() {
        assertThat(cleaned("<p>a\0b\u0008c\r\nd\ud800e</p>")).isEqualTo("<p>abc\nd\ufffde</p>");
    }

    @Test
    void deepNestingNeitherOverflowsNorTakesLong() {
        var cleaned = Harmless.clean("<div>".repeat(100_000) + "deep");

        assertThat(cleaned.html()).contains("deep");
        assertThat(cleaned.shownInPart()).isTrue();
        assertThat(Harmless.document(cleaned).select("div")).hasSizeBetween(100, 300);
    }

    @Test
    void tablesInTablesAsDeepAsMailHasThemAreShownWhole() {
        var cleaned = Harmless.cleanAndCheck("<table><tr><td>x".repeat(40) + "deep");

        assertThat(cleaned.shownInPart()).isFalse();
        assertThat(HtmlParsing.body(cleaned.html()).select("table")).hasSize(40);
    }

    @Test
    void tablesDeeperThanThatKeepTheirText() {
        var cleaned = Harmless.clean("<table><tr><td>x".repeat(5_000) + "deep");

        Harmless.check(cleaned);
        assertThat(cleaned.shownInPart()).isTrue();
        assertThat(cleaned.html()).contains("deep").contains("<table>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b><i>",
                "<table><tr><td>",
                "<font color=1><p>",
                "<a href=http://x.example>",
                "<ul><li>",
                "<table>x",
                "<span style='width:calc(1px",
                "<svg><desc>",
                "<template>",
                "<p title='",
                "<!--",
                "</p>",
                "<nobr><div>",
                "&"
            })
    void repeatedWithoutEndItIsStillCleaned(String piece) {
        var cleaned = Harmless.clean(piece.repeat(60_000) + "<p>end");

        Harmless.check(cleaned);
    }

    @Test
    void beyondTwoMebibytesItSaysSo() {
        var cleaned = Harmless.clean("<p>" + "x".repeat(HtmlCleaner.LIMIT) + "</p><p>last</p>");

        assertThat(cleaned.shownInPart()).isTrue();
        assertThat(cleaned.html()).doesNotContain("last").hasSizeLessThan(HtmlCleaner.LIMIT + 100);
    }

    @Test
    void beyondTwoHundredThousandNodesItSaysSo() {
        var cleaned = Harmless.clean("<b>x</b>".repeat(150_000));

        assertThat(cleaned.shownInPart()).isTrue();
    }

    @Test
    void anOrdinaryMessageIsShownWhole() {
        assertThat(Harmless.clean("<p>x").shownInPart()).isFalse();
    }

    @Test
    void nothingGivesNothing() {
        assertThat(cleaned("")).isEmpty();
    }

    @Test
    void theContentSecurityPolicyAllowsPicturesOfOursOnly() {
        assertThat(HtmlCleaner.contentSecurityPolicy("https://mail.example.org/pictures/"))
                .isEqualTo(
                        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src"
                                + " 'unsafe-inline'; img-src data: https://mail.example.org/pictures/; form-action"
                                + " 'none'; base-uri 'none'; frame-ancestors 'self'");
        assertThat(HtmlCleaner.contentSecurityPolicy(""))
                .contains("img-src data:;")
                .doesNotContain("allow-scripts");
        assertThatThrownBy(() -> HtmlCleaner.contentSecurityPolicy("x; script-src *"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String cleaned(String html) {
        return Harmless.cleanAndCheck(html).html();
    }

    @Test
    void veryLongWordsMayBreakSoThatNothingScrollsSideways() {
        var word = "x".repeat(100);

        assertThat(cleaned("<p>short " + word + " short"))
                .isEqualTo(
                        "<p>short "
                                + String.join(
                                        "<wbr>",
                                        "x".repeat(30),
                                        "x".repeat(30),
                                        "x".repeat(30),
                                        "x".repeat(10))
                                + " short</p>");
        assertThat(cleaned("<p>" + "田".repeat(100))).doesNotContain("wbr");
    }
}
