package org.postroom.rendering.html;

import com.helger.css.decl.CSSDeclaration;
import java.util.Locale;
import java.util.Set;

/** Single declarations: an allowed property with nothing but allowed values. */
final class CssDeclarations {

    // No position, z-index, transform, animation, content, cursor, filter, mask: none may lay a
    // message's
    // parts over each other at a place of its choice, or bring something in.
    private static final Set<String> PROPERTIES =
            AllowedElements.words(
                    """
                    background background-color background-image background-position background-repeat
                    background-size background-clip border border-block border-bottom border-bottom-color
                    border-bottom-left-radius border-bottom-right-radius border-bottom-style border-bottom-width
                    border-collapse border-color border-image border-inline border-left border-left-color
                    border-left-style border-left-width border-radius border-right border-right-color
                    border-right-style border-right-width border-spacing border-style border-top
                    border-top-color border-top-left-radius border-top-right-radius border-top-style
                    border-top-width border-width box-shadow box-sizing caption-side clear color column-count
                    column-gap column-width columns direction display empty-cells flex flex-basis flex-direction
                    flex-flow flex-grow flex-shrink flex-wrap float font font-family font-feature-settings
                    font-kerning font-size font-size-adjust font-stretch font-style font-variant
                    font-variant-numeric font-weight gap grid-gap grid-template-columns height hyphens
                    justify-content align-items align-self align-content letter-spacing line-break line-height
                    list-style list-style-position list-style-type margin margin-block margin-bottom
                    margin-inline margin-left margin-right margin-top max-height max-width min-height min-width
                    object-fit object-position opacity order orphans outline outline-color outline-offset
                    outline-style outline-width overflow overflow-wrap overflow-x overflow-y padding
                    padding-block padding-bottom padding-inline padding-left padding-right padding-top
                    page-break-after page-break-before page-break-inside quotes row-gap tab-size table-layout
                    text-align text-align-last text-decoration text-decoration-color text-decoration-line
                    text-decoration-style text-indent text-overflow text-shadow text-transform
                    text-underline-offset unicode-bidi vertical-align visibility white-space widows width
                    word-break word-spacing word-wrap writing-mode
                    """);

    private CssDeclarations() {}

    /** The declaration as it may be written, or nothing. */
    static String clean(String css) {
        int colon = css.indexOf(':');
        boolean allowed =
                colon > 0
                        && css.chars().noneMatch(c -> c == '\\' || "{}<>@".indexOf(c) >= 0)
                        && PROPERTIES.contains(lower(css.substring(0, colon).strip()));
        return allowed ? CssParsing.declaration(css).map(CssDeclarations::write).orElse("") : "";
    }

    private static String write(CSSDeclaration declaration) {
        var property = lower(declaration.getProperty());
        var value = CssValues.write(declaration.getExpression());
        if (value.isEmpty() && property.equals("background")) {
            property = "background-color"; // what remains when the picture is taken away
            value = CssValues.onlyColour(declaration.getExpression());
        }
        if (value.isEmpty() || !PROPERTIES.contains(property)) {
            return "";
        }
        return property + ":" + value + (declaration.isImportant() ? "!important" : "");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
