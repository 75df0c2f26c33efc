package org.postroom.rendering.html;

import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** The complete document of a message's frame: cleaned HTML on paper of its own, without script. */
public final class HtmlDocument {

    /**
     * White paper in dark mode too, because a message is made for it. Words break and pictures
     * shrink before anything scrolls sideways. A picture without a source is one that was held
     * back: a box of its size with its description.
     */
    private static final String STYLE =
            """
            html{background:#fff;color:#131c1d;color-scheme:only light;\
            font:0.90625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;\
            overflow-x:auto;-webkit-text-size-adjust:100%;text-size-adjust:100%}
            body{margin:16px 24px 20px;overflow-wrap:break-word}
            @media (max-width:480px){body{margin:12px 14px 16px}}
            a{color:#0a6171}
            img{max-width:100%}
            div{max-width:100%}
            table{max-width:100%;font-size:inherit;line-height:inherit}
            @media (max-width:680px){img{height:auto!important}\
            table[width]:not([width$="%"]){width:100%!important;max-width:max-content!important}\
            td[width]:not([width$="%"]){width:auto!important}}
            pre{white-space:pre-wrap;overflow-wrap:break-word}
            blockquote{margin-inline:0 0;padding-inline-start:12px;border-inline-start:2px solid #c5d0d0}
            img[src^="data:image/svg"]{outline:1px dashed rgb(115 131 135/.8);outline-offset:-1px;\
            background:rgb(243 246 246/.85);border-radius:4px}
            """;

    private HtmlDocument() {}

    /**
     * The document, to be sent as {@code text/html; charset=utf-8} with {@link
     * HtmlCleaner#contentSecurityPolicy}.
     *
     * @param pageOrigin scheme, host and port of the page around the frame: only there does the
     *     browser fit the frame's height to its content
     */
    public static String wrap(CleanedHtml cleaned, String pageOrigin) {
        return "<!DOCTYPE html>\n<html><head>"
                + "<meta name=\"responsive-embedded-sizing\" content=\"allow-origins="
                + requireOrigin(pageOrigin)
                + "\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\">"
                + "<meta name=\"referrer\" content=\"no-referrer\"><style>"
                + STYLE
                + "</style></head><body"
                + attributes(cleaned.body())
                + ">"
                + cleaned.html()
                + "</body></html>\n";
    }

    private static String attributes(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        entry ->
                                " "
                                        + entry.getKey()
                                        + "=\""
                                        + Entities.escape(entry.getValue())
                                        + "\"")
                .collect(Collectors.joining());
    }

    private static String requireOrigin(String origin) {
        boolean scheme = origin.startsWith("https://") || origin.startsWith("http://");
        if (!scheme || !origin.chars().allMatch(HtmlDocument::isOriginCharacter)) {
            throw new IllegalArgumentException("not an origin: " + origin);
        }
        return origin;
    }

    private static boolean isOriginCharacter(int c) {
        return (c < 0x7F && Character.isLetterOrDigit(c)) || ":/.-_[]".indexOf(c) >= 0;
    }
}
