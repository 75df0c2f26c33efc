package org.postroom.rendering.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileHtmlTest {

    /** One piece of HTML a line, in which names in braces stand for characters. */
    static Stream<String> hostile() throws IOException {
        try (var lines = HostileHtmlTest.class.getResourceAsStream("hostile.txt")) {
            assertThat(lines).isNotNull();
            return new String(lines.readAllBytes(), UTF_8).lines().map(HostileHtmlTest::characters);
        }
    }

    private static String characters(String line) {
        return line.replace("{LF}", "\n")
                .replace("{TAB}", "\t")
                .replace("{FF}", "\f")
                .replace("{NUL}", "\0")
                .replace("{UA0}", "\u00a0")
                .replace("{U2028}", "\u2028")
                .replace("{UD800}", "\ud800")
                .replace("{UDC00}", "\udc00");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingHarmfulIsLeftOf(String html) {
        Harmless.cleanAndCheck(html);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingHarmfulIsLeftInsideATableCellOf(String html) {
        Harmless.cleanAndCheck("<table><tr><td>" + html + "</td></tr></table><p>after</p>");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingIsFetchedBy(String html) {
        var document = Harmless.document(Harmless.clean(html));

        assertThat(
                        document.select(
                                "[src]:not([src^=data:]), [background], [srcset], [poster], link"))
                .isEmpty();
    }

    @Test
    void allOfThemTogetherAreHarmlessToo() throws IOException {
        Harmless.cleanAndCheck(String.join("", hostile().toList()));
    }

    @Test
    void textThatLooksLikeMarkupStaysText() {
        var cleaned = Harmless.cleanAndCheck("<p>&lt;script&gt;1 &amp;lt; 2&lt;/script&gt;</p>");

        assertThat(cleaned.html()).isEqualTo("<p>&lt;script&gt;1 &amp;lt; 2&lt;/script&gt;</p>");
    }
}
