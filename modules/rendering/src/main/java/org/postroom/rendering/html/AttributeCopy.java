package org.postroom.rendering.html;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.postroom.rendering.LinkTarget;

/** Copies the attributes that an element may have, each checked by what it means. */
final class AttributeCopy {

    private static final Set<String> EVERYWHERE =
            Set.of("align", "class", "dir", "id", "lang", "style", "title");

    private static final Map<String, Set<String>> BY_ELEMENT =
            Map.ofEntries(
                    entry("a", Set.of("href", "name")),
                    entry("abbr", Set.of()),
                    entry("area", Set.of("alt", "coords", "href", "shape")),
                    entry("body", Set.of("alink", "bgcolor", "link", "text", "vlink")),
                    entry("br", Set.of("clear")),
                    entry("col", Set.of("bgcolor", "span", "valign", "width")),
                    entry("colgroup", Set.of("bgcolor", "span", "valign", "width")),
                    entry("del", Set.of("datetime")),
                    entry("details", Set.of("open")),
                    entry("font", Set.of("color", "face", "size")),
                    entry("hr", Set.of("color", "noshade", "size", "width")),
                    entry(
                            "img",
                            AllowedElements.words("alt border height hspace usemap vspace width")),
                    entry("ins", Set.of("datetime")),
                    entry("li", Set.of("type", "value")),
                    entry("map", Set.of("name")),
                    entry("ol", Set.of("reversed", "start", "type")),
                    entry("pre", Set.of("width")),
                    entry(
                            "table",
                            AllowedElements.words(
                                    "bgcolor border bordercolor cellpadding cellspacing frame height"
                                            + " rules summary width")),
                    entry("tbody", Set.of("bgcolor", "valign")),
                    entry("td", cell()),
                    entry("tfoot", Set.of("bgcolor", "valign")),
                    entry("th", cell()),
                    entry("thead", Set.of("bgcolor", "valign")),
                    entry("time", Set.of("datetime")),
                    entry("tr", Set.of("bgcolor", "height", "valign")),
                    entry("ul", Set.of("type")));

    private final StyleCleaner styles;

    AttributeCopy(StyleCleaner styles) {
        this.styles = styles;
    }

    private static Set<String> cell() {
        return AllowedElements.words(
                "abbr bgcolor bordercolor colspan height nowrap rowspan scope valign width");
    }

    void copy(Element source, Element target) {
        var own = BY_ELEMENT.getOrDefault(target.normalName(), Set.of());
        for (Attribute attribute : source.attributes()) {
            var name = attribute.getKey();
            if (EVERYWHERE.contains(name) || own.contains(name)) {
                put(target, name, attribute.getValue());
            }
        }
        if (own.contains("href")) {
            openElsewhere(source.attr("href"), target);
        }
    }

    private void put(Element target, String name, String value) {
        var checked =
                switch (name) {
                    case "style" -> styles.inline(value);
                    case "class" -> OwnNames.classes(value);
                    case "id", "name" -> OwnNames.name(value);
                    case "usemap" -> OwnNames.fragment(value);
                    case "href" -> ""; // not copied but made, from what a browser would understand
                    default -> AttributeValues.check(name, value);
                };
        if (!checked.isEmpty()) {
            target.attr(name, checked);
        }
    }

    /** Links open in a window of their own and show their true host. */
    private static void openElsewhere(String href, Element target) {
        var fragment = OwnNames.fragment(href);
        if (!fragment.isEmpty()) {
            target.attr("href", fragment);
            return;
        }
        LinkTarget.of(href).ifPresent(link -> openElsewhere(link, target));
    }

    private static void openElsewhere(LinkTarget link, Element target) {
        if (!link.host().isEmpty()) {
            target.attr("title", link.host());
        }
        target.attr("href", PlainCharacters.of(link.url()));
        target.attr("target", "_blank");
        target.attr("rel", "noopener noreferrer nofollow");
    }
}
