package org.postroom.rendering.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Serialises a tree such that a parser reads the same tree back.
 *
 * <p>Where they differ lies what is called mutation XSS: markup that is harmless as it was cleaned
 * and something else when the browser has parsed it. A cleaned tree is therefore written, parsed
 * and written again until nothing changes any more.
 */
final class Settled {

    private static final int ROUNDS = 8;

    private Settled() {}

    /** The contents of this element as HTML; as mere text should it never settle. */
    static String html(Element body, Budget budget) {
        var html = written(body);
        for (int round = 0; round < ROUNDS; round++) {
            var again = written(HtmlParsing.body(html));
            if (again.equals(html)) {
                return html;
            }
            html = again;
        }
        budget.cut();
        return written(new Element("body").appendChild(new TextNode(body.wholeText())));
    }

    private static String written(Element body) {
        trimStart(body);
        return body.html();
    }

    /** White space before the first text belongs to no element when it is parsed. */
    private static void trimStart(Element body) {
        for (var node = body.firstChild(); node != null; node = node.nextSibling()) {
            if (node instanceof TextNode text) {
                text.text(text.getWholeText().stripLeading());
            }
            boolean isStyle = node instanceof Element element && element.nameIs("style");
            boolean isEmpty = node instanceof TextNode text && text.isBlank();
            if (!isStyle && !isEmpty) {
                return;
            }
        }
    }
}
