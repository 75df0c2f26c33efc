package org.postroom.rendering.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    private static final String PNG = "data:image/png;base64,iVBORw0KGgo=";

    @Test
    void aHeldPictureKeepsItsPlaceAndDescription() {
        var cleaned =
                Harmless.clean(
                        "<img src=http://a.example/x.png width=600 height=200 alt='A ferry' class=hero>");

        var picture = picture(cleaned);
        assertThat(picture.attr("alt")).isEqualTo("A ferry");
        assertThat(picture.hasClass("m-hero")).isTrue();
        assertThat(box(picture).attr("width")).isEqualTo("600");
        assertThat(box(picture).attr("height")).isEqualTo("200");
        assertThat(box(picture).text()).isEqualTo("A ferry");
        assertThat(cleaned.heldPictures()).isEqualTo(1);
        assertThat(cleaned.trackingPixels()).isZero();
    }

    @Test
    void aPictureThatWasAskedForComesFromOurPath() {
        var cleaned =
                HtmlCleaner.clean(
                        "<img src=' HTTP://a.example/x.png ' alt=x><img src=//b.example/y>",
                        Pictures.shown(
                                _ -> Optional.empty(),
                                url -> Optional.of("/pictures/" + url.length())));

        assertThat(cleaned.html())
                .isEqualTo(
                        "<img alt=\"x\" src=\"/pictures/22\"><img alt=\"\" src=\"/pictures/19\">");
        assertThat(cleaned.heldPictures()).isZero();
    }

    @Test
    void aPictureThatOurPathRefusesStaysHeld() {
        var cleaned =
                HtmlCleaner.clean(
                        "<img src=http://a.example/x>",
                        Pictures.shown(_ -> Optional.empty(), _ -> Optional.empty()));

        assertThat(cleaned.heldPictures()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=http://a.example/t width=1 height=1>",
                "<img src=http://a.example/t width=0>",
                "<img src=http://a.example/t style='width:1px;height:1px'>",
                "<img src=http://a.example/t width=2px height='1'>",
                "<img src=http://a.example/t width=100 style='width:0!important'>"
            })
    void aTrackingPixelVanishesButIsCounted(String html) {
        for (var pictures :
                new Pictures[] {
                    Harmless.held(), Pictures.shown(_ -> Optional.empty(), _ -> Optional.of("/x"))
                }) {
            var cleaned = HtmlCleaner.clean(html, pictures);

            assertThat(cleaned.html()).isEmpty();
            assertThat(cleaned.heldPictures()).isEqualTo(1);
            assertThat(cleaned.trackingPixels()).isEqualTo(1);
        }
    }

    @Test
    void aSpacerKeepsItsPlaceWithoutABox() {
        var picture =
                picture(Harmless.cleanAndCheck("<img src=http://a.example/s width=600 height=1>"));

        assertThat(picture.attr("style")).isEqualTo("visibility:hidden");
        assertThat(box(picture).attr("width")).isEqualTo("600");
        assertThat(box(picture).attr("height")).isEqualTo("1");
    }

    @Test
    void anEmbeddedPictureIsShownAndItsPartNamed() {
        var cleaned =
                HtmlCleaner.clean(
                        "<img src='cid:logo%40a.example' alt=Logo><img src=cid:missing>",
                        Pictures.held(
                                id ->
                                        id.equals("logo@a.example")
                                                ? Optional.of(PNG)
                                                : Optional.empty()));

        assertThat(picture(cleaned).attr("src")).isEqualTo(PNG);
        assertThat(cleaned.contentIds()).containsExactly("logo@a.example");
        assertThat(cleaned.heldPictures()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/svg+xml;base64,AAAA", "data:text/html;base64,AAAA",
                        "https://evil.example/x",
                "data:image/png;base64,AA\" onerror=\"x", "data:image/png,AAAA",
                        "javascript:alert(1)"
            })
    void whatIsNoRasterPictureIsNotEmbedded(String uri) {
        var cleaned = HtmlCleaner.clean("<img src=cid:x>", Pictures.held(_ -> Optional.of(uri)));

        assertThat(picture(cleaned).attr("src")).startsWith(HeldPicture.PREFIX);
        assertThat(cleaned.contentIds()).isEmpty();
    }

    @Test
    void embeddedPicturesTogetherHaveALimit() {
        var large = PNG + "A".repeat(9_000_000);
        var cleaned =
                HtmlCleaner.clean(
                        "<img src=cid:a><img src=cid:b>", Pictures.held(_ -> Optional.of(large)));

        assertThat(cleaned.contentIds()).containsExactly("a");
        assertThat(cleaned.shownInPart()).isTrue();
    }

    @Test
    void aPictureThatIsInTheHtmlItselfIsShown() {
        assertThat(picture(Harmless.cleanAndCheck("<img src='" + PNG + "'>")).attr("src"))
                .isEqualTo(PNG);
    }

    @Test
    void otherWaysToNameAPictureAreGone() {
        var cleaned =
                Harmless.cleanAndCheck(
                        "<picture><source srcset=http://a.example/x><img srcset='http://a.example/x 2x'"
                                + " src=http://a.example/y></picture><table background=http://a.example/z><tr><td>x");

        assertThat(cleaned.html()).doesNotContain("a.example");
        assertThat(cleaned.heldPictures()).isEqualTo(1);
    }

    private static Element picture(CleanedHtml cleaned) {
        return HtmlParsing.body(cleaned.html()).select("img").getFirst();
    }

    @Test
    void aLongDescriptionIsBrokenIntoLinesThatFit() {
        var picture =
                picture(
                        Harmless.clean(
                                "<img src=http://a.example/s width=120 height=60 alt='One two three four five six seven eight nine ten'>"));

        assertThat(box(picture).select("text")).hasSizeBetween(2, 3);
    }

    @Test
    void aDescriptionCannotBreakOutOfItsBox() {
        var picture =
                picture(
                        Harmless.cleanAndCheck(
                                "<img src=http://a.example/s width=900 height=60 alt='&lt;/text>&lt;script>&amp;\u00a0\uffff'>"));

        assertThat(box(picture).select("script")).isEmpty();
        assertThat(box(picture).text()).isEqualTo("</text><script>& \ufffd");
    }

    @Test
    void aPictureOfUnknownSizeShowsItsDescriptionInOneLine() {
        var picture = picture(Harmless.cleanAndCheck("<img src=http://a.example/s alt='A ferry'>"));

        assertThat(box(picture).attr("height")).isEqualTo("36");
        assertThat(box(picture).text()).isEqualTo("A ferry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"width:100%;height:auto", "max-width:100%", "width:auto"})
    void aRelativeStyleLeavesTheSizeToTheAttributes(String style) {
        var picture =
                picture(
                        Harmless.cleanAndCheck(
                                "<img src=http://a.example/s width=552 height=100 style='"
                                        + style
                                        + "'>"));

        assertThat(box(picture).attr("width")).isEqualTo("552");
        assertThat(box(picture).attr("height")).isEqualTo("100");
    }

    private static Element box(Element picture) {
        var uri = picture.attr("src");
        assertThat(uri).startsWith(HeldPicture.PREFIX);
        var svg = Base64.getDecoder().decode(uri.substring(HeldPicture.PREFIX.length()));
        return Jsoup.parse(new String(svg, UTF_8), "", Parser.xmlParser()).child(0);
    }
}
