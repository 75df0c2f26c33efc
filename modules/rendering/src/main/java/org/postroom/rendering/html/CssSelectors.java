package org.postroom.rendering.html;

import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSSelectorAttribute;
import com.helger.css.decl.CSSSelectorMemberNot;
import com.helger.css.decl.CSSSelectorSimpleMember;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ECSSAttributeOperator;
import com.helger.css.decl.ECSSSelectorCombinator;
import com.helger.css.decl.ICSSSelectorMember;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Selectors, written anew, with classes and ids renamed as in the document. */
final class CssSelectors {

    private static final Set<String> PSEUDO =
            AllowedElements.words(
                    ":link :visited :hover :active :focus :first-child :last-child :only-child"
                            + " :first-of-type :last-of-type :only-of-type :empty :root");
    private static final Set<String> COUNTING =
            Set.of(":nth-child", ":nth-last-child", ":nth-of-type", ":nth-last-of-type");
    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "align", "bgcolor", "border", "dir", "height", "lang", "type", "valign",
                    "width");

    private static final Pattern ELEMENT = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,20}");
    private static final Pattern COUNT = Pattern.compile("[0-9n+ -]{1,16}|odd|even");
    private static final Pattern VALUE = Pattern.compile("[#0-9A-Za-z%_-]{1,40}");

    private CssSelectors() {}

    /** The selectors of this list that may stay, or nothing. */
    static String clean(String list) {
        if (list.chars().anyMatch(c -> c == '\\' || "{}<@;".indexOf(c) >= 0)) {
            return "";
        }
        return CssParsing.sheet(list + "{}").map(CssSelectors::write).orElse("");
    }

    private static String write(CascadingStyleSheet sheet) {
        var rules = sheet.getAllStyleRules();
        return rules.size() == 1 ? list(rules.get(0).getAllSelectors()) : "";
    }

    private static String list(List<CSSSelector> selectors) {
        return selectors.stream()
                .map(CssSelectors::selector)
                .filter(selector -> !selector.isEmpty())
                .collect(Collectors.joining(","));
    }

    private static String selector(CSSSelector selector) {
        var out = new StringBuilder();
        for (var member : selector.getAllMembers()) {
            var written = member(member);
            if (written.isEmpty()) {
                return "";
            }
            out.append(written);
        }
        return out.toString();
    }

    private static String member(ICSSSelectorMember member) {
        return switch (member) {
            case CSSSelectorSimpleMember simple -> simple(simple.getValue());
            case ECSSSelectorCombinator combinator -> combinator(combinator);
            case CSSSelectorAttribute attribute -> attribute(attribute);
            case CSSSelectorMemberNot not -> not(not);
            default -> "";
        };
    }

    private static String simple(String value) {
        return switch (value.charAt(0)) {
            case '*' -> value.equals("*") ? value : "";
            case '.', '#' -> prefixed(value.substring(0, 1), value.substring(1));
            case ':' -> pseudo(lower(value));
            default -> ELEMENT.matcher(value).matches() ? lower(value) : "";
        };
    }

    private static String prefixed(String mark, String value) {
        var name = OwnNames.name(value);
        return name.isEmpty() ? "" : mark + name;
    }

    private static String combinator(ECSSSelectorCombinator combinator) {
        return switch (combinator) {
            case PLUS -> "+";
            case GREATER -> ">";
            case TILDE -> "~";
            case BLANK -> " ";
        };
    }

    private static String not(CSSSelectorMemberNot not) {
        var selectors = not.getAllSelectors().stream().map(CssSelectors::selector).toList();
        return selectors.isEmpty() || selectors.contains("")
                ? ""
                : ":not(" + String.join(",", selectors) + ")";
    }

    /**
     * A pseudo class, alone or with a count: nothing that reads other attributes or adds content.
     */
    private static String pseudo(String value) {
        int bracket = value.indexOf('(');
        if (bracket < 0) {
            return PSEUDO.contains(value) ? value : "";
        }
        var count = value.substring(bracket + 1, value.length() - 1);
        boolean counts = COUNTING.contains(value.substring(0, bracket)) && value.endsWith(")");
        return counts && COUNT.matcher(count).matches() ? value : "";
    }

    private static String attribute(CSSSelectorAttribute attribute) {
        var name = lower(attribute.getAttrName());
        var value = attribute.getAttrValue();
        if (value == null) {
            return ATTRIBUTES.contains(name) ? "[" + name + "]" : "";
        }
        var unquoted = value.replace("\"", "").replace("'", "");
        return switch (name) {
            case "class" -> isWhole(attribute) ? prefixed(".", unquoted) : "";
            case "id" -> isWhole(attribute) ? prefixed("#", unquoted) : "";
            default -> attribute(name, attribute, unquoted);
        };
    }

    private static String attribute(String name, CSSSelectorAttribute attribute, String value) {
        boolean allowed =
                ATTRIBUTES.contains(name)
                        && attribute.getOperator() == ECSSAttributeOperator.EQUALS
                        && VALUE.matcher(value).matches();
        return allowed ? "[" + name + "=\"" + value + "\"]" : "";
    }

    private static boolean isWhole(CSSSelectorAttribute attribute) {
        return attribute.getOperator() == ECSSAttributeOperator.EQUALS
                || attribute.getOperator() == ECSSAttributeOperator.INCLUDES;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
