package org.postroom.rendering.html;

import java.time.Duration;

/**
 * Builds from a message's HTML a new document that has nothing but an allow-list of elements,
 * attributes, URL schemes and CSS.
 */
public final class HtmlCleaner {

    /** Longest HTML that is read, in characters; the rest is a download. */
    public static final int LIMIT = 2 * 1024 * 1024;

    private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

    private HtmlCleaner() {}

    /**
     * Cleans HTML of any kind, broken or hostile. Never fails; what is beyond a limit is left out
     * and the result says so.
     *
     * @param html decoded text: nothing decodes it a second time
     */
    public static CleanedHtml clean(String html, Pictures pictures) {
        var budget = new Budget(TIME_LIMIT);
        if (html.length() > LIMIT) {
            budget.cut();
        }
        var source = HtmlParsing.document(html.length() > LIMIT ? html.substring(0, LIMIT) : html);
        var copy = new TreeCopy(pictures, budget);
        return copy.of(source);
    }

    /**
     * The Content-Security-Policy of the response that carries the document: even what would get
     * past the cleaner can neither run, nor ask anybody for anything.
     *
     * @param pictures scheme, host and path that serve remote pictures, such as {@code
     *     https://mail.example.org/pictures/}; empty while they are held back
     */
    public static String contentSecurityPolicy(String pictures) {
        var sources = pictures.isEmpty() ? "data:" : "data: " + requireSource(pictures);
        return "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                + " style-src 'unsafe-inline'; img-src "
                + sources
                + "; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
    }

    private static String requireSource(String source) {
        if (source.chars()
                .anyMatch(c -> c <= ' ' || c >= 0x7F || c == ';' || c == ',' || c == '*')) {
            throw new IllegalArgumentException("not a source of pictures: " + source);
        }
        return source;
    }
}
