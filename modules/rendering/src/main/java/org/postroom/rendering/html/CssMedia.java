package org.postroom.rendering.html;

import com.helger.css.decl.CSSMediaExpression;
import com.helger.css.decl.CSSMediaQuery;
import com.helger.css.decl.CascadingStyleSheet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Media queries by medium and width; anything else does not apply. */
final class CssMedia {

    private static final Set<String> MEDIA = Set.of("all", "screen", "print");
    private static final Set<String> FEATURES =
            Set.of("min-width", "max-width", "min-device-width", "max-device-width");

    private CssMedia() {}

    /** The queries of this list that may stay, or nothing. */
    static String query(String list) {
        if (list.chars().anyMatch(c -> c == '\\' || "{}<@;".indexOf(c) >= 0)) {
            return "";
        }
        return CssParsing.sheet("@media " + list.strip() + "{}").map(CssMedia::write).orElse("");
    }

    private static String write(CascadingStyleSheet sheet) {
        var rules = sheet.getAllMediaRules();
        return rules.size() != 1
                ? ""
                : rules.get(0).getAllMediaQueries().stream()
                        .map(CssMedia::write)
                        .filter(query -> !query.isEmpty())
                        .collect(Collectors.joining(","));
    }

    private static String write(CSSMediaQuery query) {
        var medium = query.getMedium() == null ? "all" : lower(query.getMedium());
        if (query.isNot() || !MEDIA.contains(medium)) {
            return "";
        }
        var out = new StringBuilder(query.isOnly() ? "only " : "").append(medium);
        for (var expression : query.getAllMediaExpressions()) {
            var written = write(expression);
            if (written.isEmpty()) {
                return "";
            }
            out.append(" and ").append(written);
        }
        return out.toString();
    }

    private static String write(CSSMediaExpression expression) {
        var feature = lower(expression.getFeature());
        var value = CssValues.write(expression.getValue());
        return FEATURES.contains(feature) && !value.isEmpty()
                ? "(" + feature + ":" + value + ")"
                : "";
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
