package org.postroom.rendering.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlDocumentTest {

    private static final String ORIGIN = "https://mail.example.org:8443";

    @Test
    void theSizingHintStandsFirstInTheHead() {
        var document = Jsoup.parse(HtmlDocument.wrap(Harmless.clean("<p>x"), ORIGIN));

        var first = document.head().child(0);
        assertThat(first.attr("name")).isEqualTo("responsive-embedded-sizing");
        assertThat(first.attr("content")).isEqualTo("allow-origins=" + ORIGIN);
    }

    @Test
    void theMessageStandsInTheBodyWithItsOwnColours() {
        var cleaned = Harmless.clean("<body bgcolor=#eee title='a\"b'><p>x");

        var body = Jsoup.parse(HtmlDocument.wrap(cleaned, ORIGIN)).body();

        assertThat(body.attr("bgcolor")).isEqualTo("#eee");
        assertThat(body.attr("title")).isEqualTo("a\"b");
        assertThat(body.html()).isEqualTo("<p>x</p>");
    }

    @Test
    void thereIsNoScriptAndNoReferenceInIt() {
        assertThat(HtmlDocument.wrap(Harmless.clean("<p>x"), ORIGIN))
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<script", "url(", "href", "src=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "https://a.example\" x=\"",
                "javascript:x",
                "https://a.example b"
            })
    void anythingThatIsNoOriginIsRefused(String origin) {
        var cleaned = Harmless.clean("x");

        assertThatThrownBy(() -> HtmlDocument.wrap(cleaned, origin))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
