package org.postroom.rendering.html;

import com.helger.css.decl.CSSExpression;
import com.helger.css.decl.CSSExpressionMemberFunction;
import com.helger.css.decl.CSSExpressionMemberMath;
import com.helger.css.decl.CSSExpressionMemberTermSimple;
import com.helger.css.decl.ECSSExpressionOperator;
import com.helger.css.decl.ICSSExpressionMember;
import com.helger.css.utils.ECSSColor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values of declarations, written anew from their parts. One part that is not allowed (a URL, an
 * unknown function, an escape) ends the whole value.
 */
final class CssValues {

    private static final Set<String> COLOURS = Set.of("rgb", "rgba", "hsl", "hsla");
    private static final Set<String> FUNCTIONS =
            AllowedElements.words(
                    "rgb rgba hsl hsla linear-gradient radial-gradient repeating-linear-gradient"
                            + " repeating-radial-gradient min max clamp repeat minmax");

    /** Harmless as words, but nobody means them as such. */
    private static final Set<String> SUSPECT =
            Set.of("url", "src", "image", "expression", "javascript", "attr", "var", "env");

    private static final int MAX_DEPTH = 4;
    private static final int LARGEST = 10_000;

    // None of these can backtrack: every part is bounded, no two parts share a first character.
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{3,8}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]{1,9}(\\.[0-9]{0,9})?|\\.[0-9]{1,9})(%|[a-zA-Z]{0,4})");
    private static final Pattern WORD = Pattern.compile("-?[\\p{L}_][\\p{L}\\p{N}_-]{0,63}");
    private static final Pattern STRING = Pattern.compile("[\\p{L}\\p{N} ,._-]{0,80}");
    private static final Pattern CALCULATION =
            Pattern.compile("calc\\([0-9a-z%.+*/() -]{1,120}\\)");
    private static final Set<String> UNITS =
            AllowedElements.words("px pt pc em ex rem ch in cm mm q deg fr vw");
    private static final Set<String> COLOUR_NAMES =
            Arrays.stream(ECSSColor.values())
                    .map(colour -> lower(colour.getName()))
                    .collect(Collectors.toUnmodifiableSet());

    private CssValues() {}

    /** The value as it may be written, or nothing. */
    static String write(@Nullable CSSExpression expression) {
        return expression == null ? "" : write(expression, 0);
    }

    /** The colour in a value that has exactly one, or nothing. */
    static String onlyColour(@Nullable CSSExpression expression) {
        if (expression == null) {
            return "";
        }
        var colours =
                expression.getAllMembers().stream()
                        .filter(CssValues::isColour)
                        .map(member -> member(member, 0))
                        .toList();
        return colours.size() == 1 ? colours.getFirst() : "";
    }

    private static String write(CSSExpression expression, int depth) {
        var out = new StringBuilder();
        boolean spaced = false;
        for (var member : expression.getAllMembers()) {
            var written = member(member, depth);
            if (written.isEmpty()) {
                return "";
            }
            boolean operator = member instanceof ECSSExpressionOperator;
            out.append(spaced && !operator ? " " : "").append(written);
            spaced = !operator;
        }
        return out.toString();
    }

    private static String member(ICSSExpressionMember member, int depth) {
        return switch (member) {
            case ECSSExpressionOperator operator -> operator(operator);
            case CSSExpressionMemberTermSimple term ->
                    term.isStringLiteral() ? string(term.getValue()) : term(term.getValue());
            case CSSExpressionMemberFunction function -> function(function, depth);
            case CSSExpressionMemberMath math -> calculation(lower(math.getAsCSSString()));
            default -> "";
        };
    }

    private static String operator(ECSSExpressionOperator operator) {
        return switch (operator) {
            case COMMA -> ",";
            case SLASH -> "/";
            case EQUALS -> "";
        };
    }

    private static String term(String value) {
        boolean allowed =
                COLOUR.matcher(value).matches()
                        || (WORD.matcher(value).matches() && !SUSPECT.contains(lower(value)))
                        || (NUMBER.matcher(value).matches() && isSensible(value));
        return allowed ? value : "";
    }

    /** Heights by the viewport's height would make the frame and its content chase each other. */
    private static boolean isSensible(String number) {
        int unit = number.length();
        while (unit > 0 && Character.isLetter(number.charAt(unit - 1))) {
            unit--;
        }
        int end = number.endsWith("%") ? number.length() - 1 : unit;
        return (unit == number.length() || UNITS.contains(lower(number.substring(unit))))
                && Math.abs(Double.parseDouble(number.substring(0, end))) <= LARGEST;
    }

    private static String string(String literal) {
        var text = literal.substring(1, Math.max(1, literal.length() - 1));
        return STRING.matcher(text).matches() ? "'" + text + "'" : "";
    }

    private static String function(CSSExpressionMemberFunction function, int depth) {
        var name = lower(function.getFunctionName());
        var arguments = function.getExpression();
        if (depth >= MAX_DEPTH || !FUNCTIONS.contains(name) || arguments == null) {
            return "";
        }
        var written = write(arguments, depth + 1);
        return written.isEmpty() ? "" : name + "(" + written + ")";
    }

    /** Only numbers, units and operators: the letters of any function but calc are refused. */
    private static String calculation(String text) {
        if (!CALCULATION.matcher(text).matches()) {
            return "";
        }
        var words = Arrays.stream(text.split("[^a-z]+", -1)).filter(word -> !word.isEmpty());
        return words.allMatch(word -> word.equals("calc") || UNITS.contains(word)) ? text : "";
    }

    private static boolean isColour(ICSSExpressionMember member) {
        return switch (member) {
            case CSSExpressionMemberTermSimple term ->
                    COLOUR.matcher(term.getValue()).matches()
                            || COLOUR_NAMES.contains(lower(term.getValue()));
            case CSSExpressionMemberFunction function ->
                    COLOURS.contains(lower(function.getFunctionName()));
            default -> false;
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
