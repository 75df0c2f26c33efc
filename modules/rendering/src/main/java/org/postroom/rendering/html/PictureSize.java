package org.postroom.rendering.html;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.jsoup.nodes.Element;

/**
 * How large a picture is to be shown, in pixels, as far as the message says.
 *
 * @param width empty when unknown or relative
 * @param height empty when unknown or relative
 * @param isWide whether it is to be as wide as what is around it
 */
record PictureSize(OptionalDouble width, OptionalDouble height, boolean isWide) {

    /** Reads cleaned attributes; the style wins, as in a browser. */
    static PictureSize of(Element picture) {
        boolean wide = (picture.attr("width") + styled(picture, "width")).contains("100%");
        return new PictureSize(of(picture, "width"), of(picture, "height"), wide);
    }

    /** True when both sides are known and no longer than this, or one is nothing at all. */
    boolean isWithin(double pixels) {
        return (width.orElse(Double.MAX_VALUE) <= pixels
                        && height.orElse(Double.MAX_VALUE) <= pixels)
                || width.orElse(1) <= 0
                || height.orElse(1) <= 0;
    }

    /** True when one side is known and no longer than this. */
    boolean isThinnerThan(double pixels) {
        return width.orElse(Double.MAX_VALUE) <= pixels
                || height.orElse(Double.MAX_VALUE) <= pixels;
    }

    private static OptionalDouble of(Element picture, String side) {
        var styled = pixels(styled(picture, side));
        return styled.isPresent() ? styled : pixels(picture.attr(side));
    }

    private static String styled(Element picture, String side) {
        return Arrays.stream(picture.attr("style").split(";", -1))
                .filter(declaration -> declaration.startsWith(side + ":"))
                .map(declaration -> declaration.substring(side.length() + 1))
                .findFirst()
                .orElse("");
    }

    private static OptionalDouble pixels(String value) {
        var number = value.replace("!important", "").replace("px", "").strip();
        boolean isNumber =
                !number.isEmpty()
                        && number.length() < 10
                        && number.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
                        && number.indexOf('.') == number.lastIndexOf('.')
                        && !number.equals(".");
        return isNumber ? OptionalDouble.of(Double.parseDouble(number)) : OptionalDouble.empty();
    }
}
