package org.postroom.rendering.text;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Collects the text of elements; blocks and cells are words apart. */
final class HtmlReader implements NodeFilter {

    private static final Set<String> SILENT =
            Set.of(
                    "head",
                    "style",
                    "script",
                    "title",
                    "template",
                    "noscript",
                    "svg",
                    "math",
                    "select",
                    "textarea");
    private static final Set<String> QUOTES =
            Set.of(
                    "gmail_quote",
                    "gmail_attr",
                    "moz-cite-prefix",
                    "yahoo_quoted",
                    "protonmail_quote");

    private final boolean ownOnly;
    private final int enough;
    private final StringBuilder out = new StringBuilder();

    private HtmlReader(boolean ownOnly, int enough) {
        this.ownOnly = ownOnly;
        this.enough = enough;
    }

    /**
     * The text below an element, with its spaces.
     *
     * @param ownOnly without what is quoted
     * @param enough characters after which it ends
     */
    static String words(Element body, boolean ownOnly, int enough) {
        var reader = new HtmlReader(ownOnly, enough);
        NodeTraversor.filter(reader, body);
        return reader.out.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (out.length() > enough) {
            return FilterResult.STOP;
        }
        return switch (node) {
            case TextNode text -> text(text);
            case Element element -> element(element);
            default -> FilterResult.CONTINUE;
        };
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        return node instanceof Element element ? apart(element) : FilterResult.CONTINUE;
    }

    private FilterResult text(TextNode text) {
        out.append(text.getWholeText());
        return FilterResult.CONTINUE;
    }

    private FilterResult element(Element element) {
        boolean skipped = SILENT.contains(element.normalName()) || (ownOnly && isQuote(element));
        return skipped ? FilterResult.SKIP_ENTIRELY : apart(element);
    }

    private FilterResult apart(Element element) {
        if (element.isBlock() || element.nameIs("br")) {
            out.append(' ');
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isQuote(Element element) {
        return element.nameIs("blockquote")
                || element.classNames().stream().anyMatch(QUOTES::contains);
    }
}
