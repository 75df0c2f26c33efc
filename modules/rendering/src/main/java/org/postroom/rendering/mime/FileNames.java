package org.postroom.rendering.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** File names from strangers, made fit for disks, headers and eyes. */
public final class FileNames {

    /** Longest safe name, in octets of UTF-8; file systems end at 255. */
    public static final int LIMIT = 200;

    private static final String PATH_CHARACTERS = "/\\:*?\"<>|";
    private static final int LONGEST_ENDING = 16;
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "clock$", "conin$", "conout$");

    private FileNames() {}

    /**
     * The name without control, bidirectional and path characters, without dots and spaces at its
     * ends, never longer than {@link #LIMIT}; a long one is cut in the middle, never at the ending.
     *
     * @param name as the message gives it, decoded; null when it gives none
     * @param fallback what to call a file of which nothing is left
     */
    public static String safe(@Nullable String name, String fallback) {
        if (name == null) {
            return fallback;
        }
        var plain = trimmed(allowed(Normalizer.normalize(bounded(name), Normalizer.Form.NFC)));
        var kept = isDevice(plain) ? "_" + plain : plain;
        return kept.isEmpty() ? fallback : cutToOctets(kept);
    }

    /** The name for the eye: at most this many characters, cut in the middle, with its ending. */
    public static String shortened(String name, int characters) {
        return name.codePointCount(0, name.length()) <= characters
                ? name
                : cutInTheMiddle(name, Math.max(characters, LONGEST_ENDING + 2));
    }

    /** The Content-Disposition of a download with this name (RFC 6266, RFC 8187). */
    public static String contentDisposition(String safeName) {
        var name = safe(safeName, "download");
        return "attachment; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + percent(name);
    }

    private static String bounded(String name) {
        return name.length() > 4096 ? name.substring(name.length() - 4096) : name;
    }

    private static String allowed(String name) {
        var out = new StringBuilder();
        name.codePoints()
                .filter(c -> !isInvisible(c))
                .map(c -> PATH_CHARACTERS.indexOf(c) >= 0 ? '_' : c)
                .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> c != 0x200C && c != 0x200D; // joiners belong to the spelling
            default -> false;
        };
    }

    private static String trimmed(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && isEdge(name.charAt(start))) {
            start++;
        }
        while (start < end && isEdge(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean isEdge(char c) {
        return c == '.' || c == ' ' || c == '\u200C' || c == '\u200D';
    }

    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        var stem = (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        boolean numbered =
                stem.length() == 4
                        && (stem.startsWith("com") || stem.startsWith("lpt"))
                        && Character.isDigit(stem.charAt(3));
        return numbered || DEVICES.contains(stem);
    }

    private static String cutToOctets(String name) {
        var cut = name;
        int characters = cut.codePointCount(0, cut.length());
        while (cut.getBytes(UTF_8).length > LIMIT) {
            characters = Math.min(characters - 1, LIMIT);
            cut = cutInTheMiddle(name, characters);
        }
        return cut;
    }

    private static String cutInTheMiddle(String name, int characters) {
        int[] points = name.codePoints().toArray();
        int tail = Math.min(endingLength(points) + 4, characters / 2);
        int head = Math.max(characters - tail - 1, 0);
        return new String(points, 0, Math.min(head, points.length - tail))
                + "…"
                + new String(points, points.length - tail, tail);
    }

    private static int endingLength(int[] points) {
        for (int i = points.length - 1; i >= Math.max(1, points.length - LONGEST_ENDING); i--) {
            if (points[i] == '.') {
                return points.length - i;
            }
        }
        return 0;
    }

    private static String ascii(String name) {
        var out = new StringBuilder();
        name.codePoints()
                .map(c -> c < ' ' || c > '~' || c == '"' || c == '\\' || c == '%' ? '_' : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static String percent(String name) {
        var out = new StringBuilder();
        for (byte octet : name.getBytes(UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (isAttributeCharacter(c)) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return out.toString();
    }

    /** attr-char of RFC 8187 section 3.2.1. */
    private static boolean isAttributeCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!#$&+-.^_`|~".indexOf(c) >= 0;
    }
}
