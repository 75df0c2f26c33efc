package org.postroom.protocol.pop3;

import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;
import org.postroom.protocol.DropItem;

/**
 * Reads what RETR gives (RFC 1939 §5), and makes sure that it is the whole message: some servers
 * stuff no dots, and some forget the line end before the last one.
 */
final class Retrieval {

    private static final int DOT = 1;
    private static final int LINE_END = 2;

    private final Pop3Wire wire;
    private final DropItem item;
    private final MessageReader reader;
    private boolean asked;

    Retrieval(Pop3Wire wire, DropItem item, OutputStream to) {
        this.wire = wire;
        this.item = item;
        this.reader = new MessageReader(wire, to);
    }

    /**
     * Reads it, after the status.
     *
     * @return how many octets were written
     */
    long read() throws IOException {
        boolean more = true;
        while (more) {
            more = reader.line() && !isGluedEnd();
        }
        long octets = reader.finish();
        confirmEnd(octets);
        return octets;
    }

    /**
     * Whether a dot behind the last line's text was the end. Then the server has nothing more to
     * say, and LIST told the size of what is before it: it is asked something else, and if it
     * answers that, it was.
     */
    private boolean isGluedEnd() throws IOException {
        if (asked || !reader.endsInDot() || !isAllAnnounced() || wire.hasMore()) {
            return false;
        }
        asked = true;
        wire.send("LIST " + item.number());
        boolean end = Pattern.matches("\\+OK " + item.number() + "( .*)?", wire.peekLine());
        if (end) {
            wire.line();
            reader.dropDot();
            asked = false;
        }
        return end;
    }

    /** The missing line end may have been counted. */
    private boolean isAllAnnounced() {
        long withoutDot = reader.octets() - DOT;
        return withoutDot == item.size() || withoutDot - LINE_END == item.size();
    }

    /**
     * A server that stuffs no dots seems to end the message at a line of one dot: the rest of it is
     * what it says next. Only where LIST told this very size there is no rest; some servers tell
     * one that is too small.
     */
    private void confirmEnd(long octets) throws IOException {
        if (asked) {
            wire.reply();
        }
        if (wire.hasMore()) {
            throw new NotPop3Exception("Something follows the end of the message");
        }
        if (octets != item.size()) {
            wire.ask("NOOP"); // it matters only that the answer is one
        }
    }
}
