package org.postroom.rendering.html;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderDeclarationList;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSInterpretErrorHandler;
import com.helger.css.reader.errorhandler.DoNothingCSSParseErrorHandler;
import java.io.StringReader;
import java.util.Optional;

/** The CSS parser, given small pieces only. */
final class CssParsing {

    private static final int LONGEST = 4096;
    private static final int MAX_BRACKETS = 64;

    private static final CSSReaderSettings SETTINGS =
            new CSSReaderSettings()
                    .setBrowserCompliantMode(true)
                    .setKeepDeprecatedProperties(true)
                    .setUseSourceLocation(false)
                    .setCustomErrorHandler(new DoNothingCSSParseErrorHandler())
                    .setInterpretErrorHandler(new DoNothingCSSInterpretErrorHandler())
                    .setCustomExceptionHandler(_ -> {});

    private CssParsing() {}

    /** The one declaration that this text is. */
    static Optional<CSSDeclaration> declaration(String css) {
        if (!isSafeToParse(css)) {
            return Optional.empty();
        }
        try {
            var list = CSSReaderDeclarationList.readFromReader(new StringReader(css), SETTINGS);
            return list == null || list.getDeclarationCount() != 1
                    ? Optional.empty()
                    : Optional.ofNullable(list.getDeclarationAtIndex(0));
        } catch (RuntimeException _) {
            return Optional.empty(); // the parser's way to say that it is no CSS
        }
    }

    /** The style sheet that this text is. */
    static Optional<CascadingStyleSheet> sheet(String css) {
        if (!isSafeToParse(css)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(CSSReader.readFromStringReader(css, SETTINGS));
        } catch (RuntimeException _) {
            return Optional.empty(); // the parser's way to say that it is no CSS
        }
    }

    /** The parser recurses with each bracket and slows down with very long words. */
    private static boolean isSafeToParse(String css) {
        return css.length() <= LONGEST
                && css.chars().filter(c -> c == '(' || c == '[' || c == '{').count()
                        <= MAX_BRACKETS;
    }
}
