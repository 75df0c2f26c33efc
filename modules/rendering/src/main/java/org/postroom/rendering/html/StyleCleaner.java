package org.postroom.rendering.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** CSS of one message, rebuilt from what is allowed of it. */
final class StyleCleaner {

    /** Longest style sheet text in a message, in characters. */
    static final int LIMIT = 256 * 1024;

    private static final int MAX_DECLARATIONS = 200;

    private final Budget budget;
    private final Map<String, String> declarations = new HashMap<>();
    private int left = LIMIT;

    StyleCleaner(Budget budget) {
        this.budget = budget;
    }

    /** The value for a style attribute, or nothing. */
    String inline(String css) {
        return declarations(css);
    }

    /** The content of a style element, or nothing. It contains no {@code <}. */
    String sheet(String css, String media, String type) {
        if (!type.isBlank() && !type.strip().equalsIgnoreCase("text/css")) {
            return "";
        }
        if (css.length() > left) {
            budget.cut();
        }
        var bounded = css.substring(0, Math.min(css.length(), left));
        left -= bounded.length();
        var rules = rules(CssPieces.rules(bounded));
        return media.isBlank() || rules.isEmpty() ? rules : inMedia(media, rules);
    }

    private static String inMedia(String media, String rules) {
        var query = CssMedia.query(media);
        // A rule for some media cannot stand within another one in what we write.
        return query.isEmpty() || rules.contains("@media") ? "" : media(query, rules);
    }

    private static String media(String query, String rules) {
        return query.equals("all") ? rules : "@media " + query + "{" + rules + "}";
    }

    private String rules(List<CssPieces.Rule> rules) {
        return rules.stream().map(this::rule).collect(Collectors.joining());
    }

    private String rule(CssPieces.Rule rule) {
        if (isLate()) {
            return "";
        }
        if (rule.isAt("media")) {
            var query = CssMedia.query(rule.prelude().substring("@media".length()));
            var body = query.isEmpty() ? "" : plainRules(CssPieces.rules(rule.body()));
            return body.isEmpty() ? "" : media(query, body);
        }
        return rule.isAt("") ? "" : plainRule(rule);
    }

    private String plainRules(List<CssPieces.Rule> rules) {
        return rules.stream()
                .filter(rule -> !rule.isAt(""))
                .map(this::plainRule)
                .collect(Collectors.joining());
    }

    private String plainRule(CssPieces.Rule rule) {
        var body = isLate() ? "" : declarations(rule.body());
        var selectors = body.isEmpty() ? "" : CssSelectors.clean(rule.prelude());
        return selectors.isEmpty() ? "" : selectors + "{" + body + "}";
    }

    private String declarations(String css) {
        return CssPieces.declarations(css).stream()
                .limit(MAX_DECLARATIONS)
                .map(this::declaration)
                .filter(declaration -> !declaration.isEmpty())
                .collect(Collectors.joining(";"));
    }

    private String declaration(String css) {
        var known = declarations.get(css);
        if (known != null) {
            return known;
        }
        var cleaned = isLate() ? "" : CssDeclarations.clean(css);
        declarations.put(css, cleaned);
        return cleaned;
    }

    private boolean isLate() {
        if (budget.isLate()) {
            budget.cut();
        }
        return budget.isLate();
    }
}
