package org.postroom.rendering.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/**
 * The picture that stands where a held one will be: of the same size, so that nothing shifts, with
 * the description in it.
 *
 * <p>Only an image takes part in the layout exactly as an image does, in every browser. It is drawn
 * here from two numbers and a line of text; within an img element it can neither run nor load
 * anything.
 */
record HeldPicture(double width, double height, String description) {

    static final String PREFIX = "data:image/svg+xml;base64,";

    private static final Document.OutputSettings XML =
            new Document.OutputSettings()
                    .syntax(Document.OutputSettings.Syntax.xml)
                    .escapeMode(Entities.EscapeMode.xhtml);
    private static final int LONGEST = 200;
    private static final double LINE = 18;
    private static final double PADDING = 8;
    private static final double ICON = 24;
    private static final double LARGEST = 4096;

    /** The picture for this size, as far as it is known, and this alternative text. */
    static String uri(PictureSize size, String alt) {
        var text = alt.length() > LONGEST ? alt.substring(0, LONGEST) + "…" : alt;
        var line = text.replaceAll("\\s+", " ").strip();
        double wish = line.isEmpty() ? 1 : widthOf(line) + ICON + 2 * PADDING;
        double width = bounded(size.width(), size.isWide() ? 600 : Math.min(wish, 320));
        double height = bounded(size.height(), line.isEmpty() ? 1 : 2 * LINE);
        var svg = new HeldPicture(width, height, PlainCharacters.of(line)).svg();
        return PREFIX + Base64.getEncoder().encodeToString(svg.getBytes(UTF_8));
    }

    private static double bounded(OptionalDouble known, double otherwise) {
        return Math.clamp(known.orElse(otherwise), 1, LARGEST);
    }

    private String svg() {
        var size = number(width) + "\" height=\"" + number(height);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
                + size
                + "\" fill=\"#4a595d\" font-family=\"system-ui,sans-serif\" font-size=\"13\">"
                + content(lines())
                + "</svg>";
    }

    private String content(List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        if (lines.size() == 1 && widthOf(lines.getFirst()) + ICON + PADDING <= width) {
            return withIcon(lines.getFirst());
        }
        var out = new StringBuilder();
        double y = (height - lines.size() * LINE) / 2 + 13;
        for (var line : lines) {
            out.append(text(line, width / 2, y, "middle"));
            y += LINE;
        }
        return out.toString();
    }

    private String withIcon(String line) {
        double x = (width - widthOf(line) - ICON) / 2;
        double y = height / 2;
        return "<path transform=\"translate("
                + number(x)
                + " "
                + number(y - 8)
                + ")\" fill=\"none\" stroke=\"#4a595d\" stroke-width=\"1.3\" stroke-linejoin=\"round\""
                + " d=\"M1.5 3h13v10h-13zM1.5 11l3.5-3.5 3 3 2.5-2.5 4 4M10 6h.01\"/>"
                + text(line, x + ICON, y + 4, "start");
    }

    private static String text(String line, double x, double y, String anchor) {
        return "<text x=\""
                + number(x)
                + "\" y=\""
                + number(y)
                + "\" text-anchor=\""
                + anchor
                + "\">"
                + Entities.escape(line, XML)
                + "</text>";
    }

    /** Words in as many lines as fit; none where not even one fits. */
    private List<String> lines() {
        double room = width - PADDING;
        int most = (int) (height / LINE);
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : description.split(" ", -1)) {
            if (!line.isEmpty() && widthOf(line + " " + word) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        boolean fits =
                most > 0
                        && !description.isEmpty()
                        && lines.stream().allMatch(l -> widthOf(l) <= room);
        return fits ? lines.subList(0, Math.min(lines.size(), most)) : List.of();
    }

    /** Roughly, in pixels: nobody knows the reader's font. */
    private static double widthOf(String text) {
        return text.codePoints().mapToDouble(c -> c < 0x1100 ? 6.7 : 13).sum();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
    }
}
