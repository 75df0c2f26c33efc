package org.postroom.rendering.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts CSS into rules and declarations (https://www.w3.org/TR/css-syntax-3/#parsing).
 *
 * <p>The CSS parser is then given one small piece at a time: its recursion cannot become deep, its
 * time cannot become long, and what is broken spoils nothing but itself. Nothing here decides what
 * is allowed.
 */
final class CssPieces {

    private static final int MAX_RULES = 5_000;

    /** What stands before the braces, and what stands within. */
    record Rule(String prelude, String body) {

        /** True for an at-rule whose name begins with this. */
        boolean isAt(String name) {
            return prelude.startsWith("@") && prelude.toLowerCase(Locale.ROOT).startsWith(name, 1);
        }
    }

    private final String css;
    private int position;

    private CssPieces(String css) {
        this.css = css;
    }

    /** The rules of a style sheet, or of the body of a media rule; statements are left out. */
    static List<Rule> rules(String css) {
        var pieces = new CssPieces(css);
        var rules = new ArrayList<Rule>();
        while (pieces.position < css.length() && rules.size() < MAX_RULES) {
            pieces.readRule(rules);
        }
        return rules;
    }

    /** The declarations of a rule's body or of a style attribute, without their semicolons. */
    static List<String> declarations(String css) {
        var pieces = new CssPieces(css);
        var declarations = new ArrayList<String>();
        while (pieces.position < css.length()) {
            int start = pieces.position;
            pieces.skipTo(";");
            var declaration = css.substring(start, pieces.position).strip();
            if (!declaration.isEmpty()) {
                declarations.add(declaration);
            }
            pieces.position++;
        }
        return declarations;
    }

    private void readRule(List<Rule> rules) {
        int start = position;
        skipTo("{;}");
        int end = position++;
        if (end < css.length() && css.charAt(end) == '{') {
            skipTo("}");
            rules.add(new Rule(prelude(start, end), css.substring(end + 1, position)));
            position++;
        }
    }

    /** Old mail hides its CSS in an HTML comment, which CSS ignores between rules. */
    private String prelude(int start, int end) {
        return css.substring(start, end).replace("<!--", " ").replace("-->", " ").strip();
    }

    /** Goes to the next of these characters that is in no string, comment or bracket. */
    private void skipTo(String stops) {
        int depth = 0;
        while (position < css.length()) {
            char c = css.charAt(position);
            if (depth == 0 && stops.indexOf(c) >= 0) {
                return;
            }
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth = Math.max(depth - 1, 0);
            }
            position = afterToken(c);
        }
    }

    private int afterToken(char c) {
        return switch (c) {
            case '\\' -> Math.min(position + 2, css.length());
            case '"', '\'' -> afterString(c);
            case '/' -> css.startsWith("/*", position) ? afterComment() : position + 1;
            default -> position + 1;
        };
    }

    private int afterComment() {
        int end = css.indexOf("*/", position + 2);
        return end < 0 ? css.length() : end + 2;
    }

    /** A string ends at its quote, or at the end of its line when the quote is missing. */
    private int afterString(char quote) {
        int at = position + 1;
        while (at < css.length() && css.charAt(at) != quote && css.charAt(at) != '\n') {
            at += css.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, css.length());
    }
}
