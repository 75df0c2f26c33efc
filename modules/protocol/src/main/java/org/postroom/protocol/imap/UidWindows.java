package org.postroom.protocol.imap;

import java.util.ArrayList;
import java.util.List;
import org.postroom.protocol.UidSet;

/**
 * Sets of UIDs in pieces that fit into a command line, which servers limit (RFC 9051 §4: 8,192
 * octets).
 */
final class UidWindows {

    private static final int MAX_TEXT = 7000;

    private UidWindows() {}

    /** Whether the set may stand in one command. */
    static boolean fits(UidSet uids) {
        return uids.ranges().size() <= MAX_TEXT / 22 || uids.toString().length() <= MAX_TEXT;
    }

    /** The set in pieces, ascending; each fits. */
    static List<UidSet> of(UidSet uids) {
        return of(uids, Long.MAX_VALUE);
    }

    /** The same, with at most so many identifiers in each piece. */
    static List<UidSet> of(UidSet uids, long most) {
        List<UidSet> result = new ArrayList<>();
        for (UidSet window : most < uids.size() ? uids.windows((int) most) : List.of(uids)) {
            split(window, result);
        }
        return result;
    }

    private static void split(UidSet uids, List<UidSet> into) {
        List<UidSet.Range> piece = new ArrayList<>();
        int length = 0;
        for (UidSet.Range range : uids.ranges()) {
            int more = new UidSet(List.of(range)).toString().length() + 1;
            if (length + more > MAX_TEXT) {
                into.add(new UidSet(piece));
                piece.clear();
                length = 0;
            }
            piece.add(range);
            length += more;
        }
        if (!piece.isEmpty()) {
            into.add(new UidSet(piece));
        }
    }
}
