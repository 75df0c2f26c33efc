package org.postroom.rendering.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Copies what is allowed from a parsed message into a new tree. */
final class TreeCopy implements NodeFilter {

    /** Below the parser's own limit, so that what is written here is read back unchanged. */
    private static final int DEPTH_LIMIT = HtmlParsing.DEPTH_LIMIT - 56;

    private final Budget budget;
    private final StyleCleaner styles;
    private final PictureCopy pictures;
    private final AttributeCopy attributes;
    private final Deque<Element> open = new ArrayDeque<>();
    private final List<Element> sheets = new ArrayList<>();

    TreeCopy(Pictures pictures, Budget budget) {
        this.budget = budget;
        this.styles = new StyleCleaner(budget);
        this.attributes = new AttributeCopy(styles);
        this.pictures = new PictureCopy(pictures, budget, attributes);
    }

    CleanedHtml of(Document source) {
        var body = HtmlParsing.emptyBody();
        open.push(body);
        source.head().select("style").forEach(this::addSheet);
        NodeTraversor.filter(this, source.body());
        body.insertChildren(0, sheets);
        return new CleanedHtml(
                Settled.html(body, budget),
                bodyAttributes(source.body()),
                pictures.held(),
                pictures.trackingPixels(),
                pictures.contentIds(),
                budget.isCut());
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (depth == 0) {
            return FilterResult.CONTINUE;
        }
        if (!budget.takeNode()) {
            return FilterResult.STOP;
        }
        return switch (node) {
            case TextNode text -> text(text.getWholeText());
            case Element element when element.tag().namespace().equals(Parser.NamespaceHtml) ->
                    element(element);
            default -> FilterResult.SKIP_ENTIRELY;
        };
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (depth > 0 && node instanceof Element) {
            open.pop();
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult text(String text) {
        var pieces = LongWords.pieces(PlainCharacters.of(text));
        target().appendChild(new TextNode(pieces.getFirst()));
        pieces.stream().skip(1).forEach(this::continueWord);
        return FilterResult.CONTINUE;
    }

    private void continueWord(String piece) {
        target().appendChild(new Element("wbr"));
        target().appendChild(new TextNode(piece));
    }

    private FilterResult element(Element element) {
        var name = element.normalName();
        switch (name) {
            case "style" -> addSheet(element);
            case "img" -> pictures.copy(element).ifPresent(target()::appendChild);
            default -> {
                return AllowedElements.isDropped(name)
                        ? FilterResult.SKIP_ENTIRELY
                        : descend(element);
            }
        }
        return FilterResult.SKIP_ENTIRELY;
    }

    private FilterResult descend(Element element) {
        if (open.size() > DEPTH_LIMIT) {
            budget.cut();
            open.push(target()); // only the text of what is deeper
            return FilterResult.CONTINUE;
        }
        var copy = new Element(AllowedElements.nameFor(element.normalName()));
        attributes.copy(element, copy);
        target().appendChild(copy);
        open.push(copy);
        return FilterResult.CONTINUE;
    }

    private Element target() {
        return open.element();
    }

    private void addSheet(Element style) {
        var css = styles.sheet(style.data(), style.attr("media"), style.attr("type"));
        if (!css.isEmpty()) {
            var sheet = new Element("style");
            sheet.appendChild(new DataNode(css));
            sheets.add(sheet);
        }
    }

    private Map<String, String> bodyAttributes(Element body) {
        var copy = new Element("body");
        attributes.copy(body, copy);
        var map = new LinkedHashMap<String, String>();
        copy.attributes().forEach(attribute -> map.put(attribute.getKey(), attribute.getValue()));
        return map;
    }
}
