package org.postroom.rendering.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a message as it is meant: without quote marks, put together again where it was only
 * broken for transport.
 *
 * @param depth how many quote marks it has, at most {@link #DEEPEST}
 * @param sourceLines how many lines of the message it was
 */
record TextLine(int depth, String text, int sourceLines) {

    static final int DEEPEST = 20;

    private static final String SIGNATURE = "-- ";

    static List<TextLine> of(String text, boolean flowed, boolean delSp) {
        var lines = text.lines().map(line -> flowed ? ofFlowed(line) : ofFixed(line)).toList();
        return flowed ? joined(lines, delSp) : lines;
    }

    boolean isSignature() {
        return depth == 0 && text.equals(SIGNATURE);
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** People and programs put spaces between the marks, or behind them, or not. */
    private static TextLine ofFixed(String line) {
        int depth = 0;
        int at = 0;
        while (at < line.length() && line.charAt(at) == '>') {
            depth++;
            boolean spaced = at + 1 < line.length() && line.charAt(at + 1) == ' ';
            at += spaced ? 2 : 1;
        }
        return new TextLine(Math.min(depth, DEEPEST), line.substring(at), 1);
    }

    /** RFC 3676 section 4.4: marks without spaces, then perhaps one space that is stuffing. */
    private static TextLine ofFlowed(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        boolean stuffed = depth < line.length() && line.charAt(depth) == ' ';
        return new TextLine(
                Math.min(depth, DEEPEST), line.substring(stuffed ? depth + 1 : depth), 1);
    }

    private static List<TextLine> joined(List<TextLine> lines, boolean delSp) {
        var joined = new ArrayList<TextLine>();
        var open = new StringBuilder();
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            boolean flows =
                    line.flows() && i + 1 < lines.size() && lines.get(i + 1).depth == line.depth;
            open.append(
                    flows && delSp ? line.text.substring(0, line.text.length() - 1) : line.text);
            count++;
            if (!flows || lines.get(i + 1).text.equals(SIGNATURE)) {
                joined.add(new TextLine(line.depth, open.toString(), count));
                open.setLength(0);
                count = 0;
            }
        }
        return joined;
    }

    private boolean flows() {
        return text.endsWith(" ") && !text.equals(SIGNATURE);
    }
}
