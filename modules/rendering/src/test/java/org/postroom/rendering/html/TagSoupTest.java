package org.postroom.rendering.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagSoupTest {

    private static final List<String> PIECES =
            List.of(
                    "a",
                    "b",
                    "i",
                    "p",
                    "div",
                    "table",
                    "tr",
                    "td",
                    "th",
                    "tbody",
                    "caption",
                    "colgroup",
                    "col",
                    "ul",
                    "li",
                    "dl",
                    "dt",
                    "h1",
                    "h2",
                    "pre",
                    "font",
                    "nobr",
                    "center",
                    "span",
                    "style",
                    "script",
                    "svg",
                    "math",
                    "mtext",
                    "mglyph",
                    "foreignObject",
                    "desc",
                    "annotation-xml",
                    "template",
                    "noscript",
                    "textarea",
                    "title",
                    "select",
                    "option",
                    "optgroup",
                    "button",
                    "form",
                    "input",
                    "iframe",
                    "object",
                    "marquee",
                    "img",
                    "br",
                    "hr",
                    "body",
                    "html",
                    "head",
                    "frameset",
                    "plaintext",
                    "xmp",
                    "listing",
                    "details",
                    "summary",
                    "ruby",
                    "rt",
                    "rp",
                    "x-custom",
                    "o:p",
                    "address",
                    "blockquote",
                    "big",
                    "code",
                    "map",
                    "area",
                    "video",
                    "source",
                    "base",
                    "meta",
                    "link",
                    "applet",
                    "noembed",
                    "noframes",
                    "fieldset",
                    "legend",
                    "menu",
                    "main",
                    "image");
    private static final List<String> ATTRIBUTES =
            List.of(
                    " href=http://a.example/x",
                    " href='javascript:x'",
                    " onclick=x",
                    " style='color:red'",
                    " style=\"background:url(//e.example)\"",
                    " class='a b'",
                    " id=x",
                    " src=http://e.example/p.png",
                    " alt='\">",
                    " title=\"</style>\"",
                    " width=1",
                    " height=1",
                    " color=red",
                    " name=x",
                    " =",
                    " \"'",
                    " xmlns=http://www.w3.org/2000/svg",
                    " encoding=text/html",
                    " type=hidden",
                    " /");
    private static final List<String> TEXT =
            List.of(
                    "text",
                    " ",
                    "\n",
                    "&lt;",
                    "&amp;lt;",
                    "<",
                    ">",
                    "<!--",
                    "-->",
                    "--!>",
                    "]]>",
                    "<![CDATA[",
                    "\"",
                    "'",
                    "&#0;",
                    "&#x110000;",
                    "\0",
                    "\r",
                    "</",
                    "<?x",
                    "p{color:red}",
                    "*/",
                    "/*",
                    "@import 'x';",
                    "}",
                    "{",
                    "\u202e",
                    "\uFFFF",
                    "&nbsp;");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyTagSoupComesOutHarmlessAndStable(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var cleaned = Harmless.cleanAndCheck(soup(random));

            assertThat(cleaned.shownInPart()).isFalse();
        }
    }

    private static String soup(Random random) {
        var out = new StringBuilder();
        IntStream.range(0, 3 + random.nextInt(40)).forEach(_ -> out.append(piece(random)));
        return out.toString();
    }

    private static String piece(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> "<" + pick(random, PIECES) + attributes(random) + ">";
            case 4, 5, 6 -> "</" + pick(random, PIECES) + ">";
            default -> pick(random, TEXT);
        };
    }

    private static String attributes(Random random) {
        return random.nextBoolean() ? "" : pick(random, ATTRIBUTES) + pick(random, ATTRIBUTES);
    }

    private static String pick(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
