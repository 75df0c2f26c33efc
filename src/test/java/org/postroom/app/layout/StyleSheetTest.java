package org.postroom.app.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StyleSheetTest {
    private static final String CSS =
            new String(
                    Objects.requireNonNull(Assets.all().get("postroom.css")).content(),
                    StandardCharsets.UTF_8);

    @Test
    void everythingIsInALayer() {
        assertThat(CSS.lines().filter(line -> !line.startsWith(" ")))
                .allMatch(line -> line.isBlank() || line.matches("@layer .*[{;]|}|/\\*.*\\*/"));
    }

    @Test
    void nothingSpeaksOfLeftAndRight() {
        var sides = "(margin|padding|border|inset|scroll-margin)-(left|right)|\\b(left|right):";
        var aligned = "text-align: (left|right)|float: (left|right)";
        var fourSides = "(margin|padding|inset|border-width):( -?[\\w.]+){4};";

        assertThat(CSS).doesNotContainPattern(sides + "|" + aligned + "|" + fourSides);
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        assertThat(CSS).doesNotContain("url(", "@import", "@font-face");
    }

    @Test
    void everyVariableIsATokenOrSetBeside() {
        var used = Pattern.compile("var\\((--[a-z0-9-]+)").matcher(CSS).results();

        assertThat(used.map(found -> found.group(1)).distinct())
                .allSatisfy(name -> assertThat(CSS).contains(name + ":"));
    }
}
