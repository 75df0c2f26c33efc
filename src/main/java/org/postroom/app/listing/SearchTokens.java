package org.postroom.app.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a search into its terms. Nothing in a search is a mistake to this class: what is no operator
 * is a word.
 */
final class SearchTokens {

    private static final Set<String> OPERATORS =
            Set.of(
                    "from", "to", "cc", "subject", "body", "has", "is", "in", "before", "after",
                    "larger", "smaller", "label");

    /**
     * One term.
     *
     * @param source as typed
     * @param operator in lower case, empty for plain words
     * @param quoted whether the value stood in quotation marks
     */
    record Token(String source, boolean negated, String operator, String value, boolean quoted) {
        boolean isOr() {
            return source.equals("OR");
        }
    }

    private final String text;
    private int at;

    private SearchTokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        SearchTokens tokens = new SearchTokens(text);
        List<Token> result = new ArrayList<>();
        while (tokens.skipSpace()) {
            result.add(tokens.next());
        }
        return result;
    }

    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private Token next() {
        int start = at;
        boolean negated = text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(at + 1);
        if (negated) {
            at++;
        }
        String operator = operator();
        boolean quoted = at < text.length() && isQuote(text.charAt(at));
        String value = quoted ? quoted() : word();
        return new Token(text.substring(start, at), negated, operator, value, quoted);
    }

    private String operator() {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end).toLowerCase(Locale.ROOT);
        if (end >= text.length() || text.charAt(end) != ':' || !OPERATORS.contains(word)) {
            return "";
        }
        at = end + 1;
        return word;
    }

    private String quoted() {
        int start = ++at;
        while (at < text.length() && !isQuote(text.charAt(at))) {
            at++;
        }
        String value = text.substring(start, at);
        at = Math.min(at + 1, text.length());
        return value;
    }

    private String word() {
        int start = at;
        while (at < text.length() && !isSpace(at)) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean isSpace(int index) {
        return Character.isWhitespace(text.charAt(index));
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\u201C' || c == '\u201D' || c == '\u201E';
    }
}
