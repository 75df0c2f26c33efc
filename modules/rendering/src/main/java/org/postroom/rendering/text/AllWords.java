package org.postroom.rendering.text;

import org.jsoup.parser.Parser;

/** All words of a text, quotes too, on one line: what a search looks into. */
public final class AllWords {

    /** So many characters of a text are looked at. */
    public static final int LIMIT = 1024 * 1024;

    private AllWords() {}

    /** Of a text/plain part, or of any other text. */
    public static String of(String text) {
        return OneLine.of(bounded(text));
    }

    /** Of a text/html part: what a person sees of it. */
    public static String ofHtml(String html) {
        var body = Parser.htmlParser().parseInput(bounded(html), "").body();
        return OneLine.of(HtmlReader.words(body, false, LIMIT));
    }

    private static String bounded(String text) {
        return text.length() > LIMIT ? text.substring(0, LIMIT) : text;
    }
}
