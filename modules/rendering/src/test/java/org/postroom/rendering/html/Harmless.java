package org.postroom.rendering.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** What every cleaned document must be, checked on what a parser makes of it. */
final class Harmless {

    private static final Set<String> FORBIDDEN =
            Set.of(
                    "script",
                    "template",
                    "noscript",
                    "svg",
                    "math",
                    "form",
                    "input",
                    "button",
                    "textarea",
                    "select",
                    "base",
                    "meta",
                    "link",
                    "object",
                    "embed",
                    "applet",
                    "iframe",
                    "frame",
                    "frameset",
                    "title",
                    "video",
                    "audio",
                    "source",
                    "picture",
                    "portal",
                    "xmp",
                    "plaintext",
                    "noembed",
                    "noframes",
                    "marquee",
                    "isindex",
                    "body",
                    "html",
                    "head");
    private static final Set<String> ATTRIBUTES =
            AllowedElements.words(
                    """
                    abbr align alink alt bgcolor border bordercolor cellpadding cellspacing class clear color
                    colspan coords datetime dir face frame height href hspace id lang link name noshade nowrap
                    open rel reversed rowspan rules scope shape size span src start style summary target text
                    title type usemap valign value vlink vspace width
                    """);
    private static final List<String> FORBIDDEN_IN_CSS =
            List.of(
                    "url",
                    "image(",
                    "image-set",
                    "src(",
                    "cross-fade",
                    "expression",
                    "@import",
                    "@font-face",
                    "behavior",
                    "binding",
                    "\\",
                    "<",
                    "position:",
                    "javascript",
                    "var(",
                    "attr(",
                    "element(",
                    "/*",
                    "progid",
                    "content:");

    private Harmless() {}

    static Pictures held() {
        return Pictures.held(_ -> Optional.empty());
    }

    static CleanedHtml clean(String html) {
        return HtmlCleaner.clean(html, held());
    }

    /** Cleans, checks and gives the result. */
    static CleanedHtml cleanAndCheck(String hostile) {
        var cleaned = clean(hostile);
        check(cleaned);
        var again = clean(cleaned.html());
        assertThat(shape(again.html()))
                .as("cleaned twice: " + hostile)
                .isEqualTo(shape(cleaned.html()));
        return cleaned;
    }

    static void check(CleanedHtml cleaned) {
        var document = document(cleaned);
        var body = document.body();
        assertThat(document.head().children())
                .extracting(Element::normalName)
                .containsExactly("meta", "meta", "meta", "meta", "style");
        document.traverse((node, _) -> assertThat(node).isNotInstanceOf(Comment.class));
        body.getAllElements().stream().skip(1).forEach(Harmless::check);
        body.select("style").forEach(style -> checkCss(style.data()));
        checkAttributes(body);
    }

    static Document document(CleanedHtml cleaned) {
        return Parser.htmlParser()
                .setMaxDepth(100_000)
                .parseInput(HtmlDocument.wrap(cleaned, "https://mail.example.org"), "");
    }

    private static void check(Element element) {
        assertThat(FORBIDDEN).doesNotContain(element.normalName());
        assertThat(element.tag().namespace()).isEqualTo(Parser.NamespaceHtml);
        checkAttributes(element);
    }

    private static void checkAttributes(Element element) {
        element.attributes()
                .forEach(attribute -> check(element, attribute.getKey(), attribute.getValue()));
    }

    private static void check(Element element, String name, String value) {
        assertThat(ATTRIBUTES).as(element.outerHtml()).contains(name);
        switch (name) {
            case "href" -> checkLink(element, value);
            case "src" -> checkPicture(element, value);
            case "style" -> checkCss(value);
            case "id", "name" -> assertThat(value).startsWith("m-");
            case "class" ->
                    assertThat(value.split(" ", -1)).allMatch(token -> token.startsWith("m-"));
            case "usemap" -> assertThat(value).startsWith("#m-");
            default -> assertThat(value).doesNotContain("\0");
        }
    }

    private static void checkPicture(Element element, String value) {
        if (value.contains("svg")) {
            assertThat(value)
                    .isEqualTo(HeldPicture.uri(PictureSize.of(element), element.attr("alt")));
        } else {
            assertThat(value).startsWith("data:image/");
        }
    }

    private static void checkLink(Element element, String value) {
        assertThat(value)
                .matches("(?s)(https?://[^/\\\\].*|mailto:.+|tel:.+|#m-.+)")
                .doesNotContainPattern("\\p{Cntrl}");
        if (!value.startsWith("#")) {
            assertThat(element.attr("rel")).isEqualTo("noopener noreferrer nofollow");
            assertThat(element.attr("target")).isEqualTo("_blank");
        }
    }

    private static void checkCss(String css) {
        assertThat(css.toLowerCase(Locale.ROOT)).doesNotContain(FORBIDDEN_IN_CSS);
    }

    /** A tree as lines, in which the order of attributes does not count. */
    static String shape(String html) {
        var out = new StringBuilder();
        HtmlParsing.body(html)
                .traverse(
                        (node, depth) ->
                                out.append(depth).append(' ').append(line(node)).append('\n'));
        return out.toString();
    }

    private static String line(Node node) {
        if (!(node instanceof Element element)) {
            return node.outerHtml();
        }
        Map<String, String> attributes = new TreeMap<>();
        element.attributes()
                .forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue()));
        return element.normalName() + attributes;
    }
}
