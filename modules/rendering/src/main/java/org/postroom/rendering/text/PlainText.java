package org.postroom.rendering.text;

import java.util.ArrayList;
import java.util.List;

/** Plain text as paragraphs, quotes and a signature, with its links found. */
public final class PlainText {

    /** Longest text that is read, in characters; the rest is a download. */
    public static final int LIMIT = 1024 * 1024;

    private PlainText() {}

    /** True when {@link #toBlocks} leaves something out. */
    public static boolean isShownInPart(String text) {
        return text.length() > LIMIT;
    }

    /**
     * The blocks of a text/plain part, at most {@link #LIMIT} characters of it.
     *
     * @param flowed whether its format parameter is "flowed" (RFC 3676)
     * @param delSp whether its delsp parameter is "yes"
     */
    public static List<Block> toBlocks(String text, boolean flowed, boolean delSp) {
        var bounded = isShownInPart(text) ? text.substring(0, LIMIT) : text;
        return blocks(TextLine.of(visible(bounded), flowed, delSp), 0);
    }

    /** Tabs and line ends stay; other control characters mean nothing here. */
    private static String visible(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\n' || c == '\r' || !Character.isISOControl(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static List<Block> blocks(List<TextLine> lines, int depth) {
        var blocks = new ArrayList<Block>();
        int position = 0;
        while (position < lines.size()) {
            int end = endOfBlock(lines, position, depth);
            if (!lines.get(position).isBlank() || lines.get(position).depth() > depth) {
                blocks.add(block(lines.subList(position, end), depth));
            }
            position = end;
        }
        return blocks;
    }

    private static int endOfBlock(List<TextLine> lines, int start, int depth) {
        boolean quote = lines.get(start).depth() > depth;
        boolean signature = lines.get(start).isSignature();
        boolean blank = lines.get(start).isBlank();
        int end = start + 1;
        while (end < lines.size() && (lines.get(end).depth() > depth) == quote) {
            var line = lines.get(end);
            if (!quote && (line.isSignature() || (!signature && line.isBlank() != blank))) {
                return end;
            }
            end++;
        }
        return end;
    }

    private static Block block(List<TextLine> lines, int depth) {
        if (lines.getFirst().depth() > depth) {
            int count = lines.stream().mapToInt(TextLine::sourceLines).sum();
            return new Block.Quote(depth + 1, count, blocks(lines, depth + 1));
        }
        return lines.getFirst().isSignature()
                ? new Block.Signature(tokens(lines.subList(1, lines.size())))
                : new Block.Paragraph(tokens(lines));
    }

    private static List<Token> tokens(List<TextLine> lines) {
        return Links.tokens(
                String.join("\n", lines.stream().map(TextLine::text).toList()).stripTrailing());
    }
}
