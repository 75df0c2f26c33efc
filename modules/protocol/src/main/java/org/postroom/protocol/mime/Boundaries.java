package org.postroom.protocol.mime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The boundaries that may come next, of all multiparts that are open (RFC 2046 §5.1). */
final class Boundaries {

    /** So much of a line decides. */
    static final int MAX_LINE = 84;

    /**
     * A line that divides.
     *
     * @param part whose parts it divides
     * @param last whether none follows
     */
    record Found(OpenPart part, boolean last) {}

    private record Open(OpenPart part, byte[] text) {}

    private final List<Open> open = new ArrayList<>();

    void add(OpenPart part, byte[] boundary) {
        open.add(new Open(part, boundary));
    }

    /** Forgets those of parts that have ended, and this one if it was the last of its kind. */
    void passed(Found found) {
        while (open.getLast().part() != found.part()) {
            open.removeLast();
        }
        if (found.last()) {
            open.removeLast();
        }
    }

    /**
     * What a line's beginning means. It is enough that it begins with the boundary; of several that
     * fit, the longest counts, and of equal ones the innermost.
     *
     * @param length of the line without its end, or so much of it as is at hand
     */
    Optional<Found> find(byte[] line, int length) {
        if (length < 2 || line[0] != '-' || line[1] != '-') {
            return Optional.empty();
        }
        Open best = null;
        for (Open one : open.reversed()) {
            boolean longer = best == null || one.text().length > best.text().length;
            if (longer && begins(line, length, 2, one.text())) {
                best = one;
                if (isWhole(line, length, one.text())) {
                    break;
                }
            }
        }
        return Optional.ofNullable(best)
                .map(one -> new Found(one.part(), isLast(line, length, one.text())));
    }

    // "--a--" is the end of a, unless there is a boundary a-- that is open and further in.
    private static boolean isWhole(byte[] line, int length, byte[] text) {
        int rest = length - 2 - text.length;
        return rest == 0 || (rest == 2 && isLast(line, length, text));
    }

    private static boolean isLast(byte[] line, int length, byte[] text) {
        return begins(line, length, 2 + text.length, new byte[] {'-', '-'});
    }

    private static boolean begins(byte[] line, int length, int at, byte[] text) {
        int end = at + text.length;
        return end <= length && Arrays.equals(line, at, end, text, 0, text.length);
    }
}
