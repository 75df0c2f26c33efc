package org.postroom.rendering.text;

import java.util.List;
import java.util.function.IntFunction;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Blocks of plain text as HTML for our own page. It is built as a tree, so that everything that
 * came with the message is text or the value of an attribute.
 */
public final class TextHtml {

    /** Quotes up to this many lines are part of a conversation and stay open. */
    private static final int SHORT_QUOTE = 4;

    private TextHtml() {}

    /**
     * Paragraphs, {@code details.quote} with a {@code blockquote}, and {@code div.signature}. Lines
     * end with {@code br}; spaces are kept, so that they want {@code white-space: pre-wrap}.
     *
     * @param quoteSummary from a number of lines to what stands for a folded quote
     */
    public static String render(List<Block> blocks, IntFunction<String> quoteSummary) {
        var document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        add(document.body(), blocks, quoteSummary);
        return document.body().html();
    }

    private static void add(Element parent, List<Block> blocks, IntFunction<String> quoteSummary) {
        for (var block : blocks) {
            switch (block) {
                case Block.Paragraph paragraph ->
                        add(parent.appendElement("p"), paragraph.tokens());
                case Block.Signature signature ->
                        add(parent.appendElement("div").addClass("signature"), signature.tokens());
                case Block.Quote quote ->
                        add(quoteIn(parent, quote, quoteSummary), quote.blocks(), quoteSummary);
            }
        }
    }

    /** Only the outermost quotes are folded: within an open one nothing more is hidden. */
    private static Element quoteIn(
            Element parent, Block.Quote quote, IntFunction<String> quoteSummary) {
        if (quote.depth() > 1) {
            return parent.appendElement("blockquote");
        }
        var details = parent.appendElement("details").addClass("quote");
        if (quote.lines() <= SHORT_QUOTE) {
            details.attr("open", true);
        }
        details.appendElement("summary").appendText(quoteSummary.apply(quote.lines()));
        return details.appendElement("blockquote");
    }

    private static void add(Element parent, List<Token> tokens) {
        parent.attr("dir", "auto");
        for (var token : tokens) {
            switch (token) {
                case Token.Words words -> addLines(parent, words.text());
                case Token.Link link -> addLink(parent, link);
            }
        }
    }

    private static void addLines(Element parent, String text) {
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                parent.appendElement("br");
            }
            parent.appendChild(new TextNode(lines[i]));
        }
    }

    private static void addLink(Element parent, Token.Link link) {
        var element = parent.appendElement("a");
        element.attr("href", link.target().url());
        element.attr("rel", "noopener noreferrer nofollow");
        element.attr("target", "_blank");
        if (!link.target().host().isEmpty()) {
            element.attr("title", link.target().host());
        }
        element.appendText(link.text());
    }
}
