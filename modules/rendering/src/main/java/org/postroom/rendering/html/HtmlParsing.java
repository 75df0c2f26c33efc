package org.postroom.rendering.html;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Text to tree and back, the same way everywhere. */
final class HtmlParsing {

    /** Deeper elements become siblings: neither we nor a browser descend further. */
    static final int DEPTH_LIMIT = 256;

    private HtmlParsing() {}

    static Document document(String html) {
        var document = Parser.htmlParser().setMaxDepth(DEPTH_LIMIT).parseInput(html, "");
        document.outputSettings().prettyPrint(false);
        return document;
    }

    /** The body element of a document in standards mode, as {@link HtmlDocument} serves it. */
    static Element body(String html) {
        return document("<!DOCTYPE html><html><head></head><body>" + html).body();
    }

    /** An empty body element to build in. */
    static Element emptyBody() {
        return body("");
    }
}
