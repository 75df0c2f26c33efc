package org.postroom.protocol.mime;

import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message's octets as they come, and tells at the end what they are made of. It keeps
 * nothing of them but what the outline needs, however long a line or the message is.
 *
 * <p>It divides as mail servers do (RFC 2046 §5.1): the line end before a boundary belongs to the
 * boundary, an outer boundary ends what is open inside, and a part without its empty line has an
 * empty content.
 */
public final class OutlineScanner extends OutputStream {

    // All headers of inner parts together.
    private static final int MAX_INNER_HEADERS = 2 << 20;

    // Deeper than what is told: boundaries in there must not be taken for longer ones out here.
    private static final int MAX_DEPTH = 2 * MessageOutline.MAX_DEPTH;

    private final OpenPart root = new OpenPart(1, 0, false, true, MessageHeader.MAX_OCTETS);
    private final Deque<OpenPart> open = new ArrayDeque<>();
    private final Boundaries boundaries = new Boundaries();
    private final byte[] line = new byte[Boundaries.MAX_LINE];

    // Whose header or content the present line is; null in a part that is left out.
    private @Nullable OpenPart current = root;
    private @Nullable MessageHeader header;
    private int parts = 1;
    private int innerHeaders;

    private long position;
    private long lineStart;
    private int endBefore;
    private byte last;
    private byte beforeLast;
    private boolean closed;

    public OutlineScanner() {
        open.push(root);
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        int end = offset + length;
        int from = offset;
        while (from < end) {
            int to = afterLine(buffer, from, end);
            piece(buffer, from, to);
            if (buffer[to - 1] == '\n') {
                endLine(beforeLast == '\r' && position - lineStart > 1 ? 2 : 1);
            }
            from = to;
        }
    }

    private static int afterLine(byte[] buffer, int from, int end) {
        int at = from;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, end);
    }

    private void piece(byte[] buffer, int from, int to) {
        long before = position - lineStart;
        if (before < line.length) {
            int count = (int) Math.min(line.length - before, to - from);
            System.arraycopy(buffer, from, line, (int) before, count);
        }
        if (current != null && current.fields() != null) {
            current.fields().octets(buffer, from, to);
        }
        beforeLast = to - from > 1 ? buffer[to - 2] : last;
        last = buffer[to - 1];
        position += to - from;
    }

    private void endLine(int lineEnd) {
        long length = position - lineStart - lineEnd;
        Optional<Boundaries.Found> found =
                boundaries.find(line, (int) Math.min(length, line.length));
        found.ifPresentOrElse(this::divide, () -> headerLine(length == 0 && lineEnd > 0));
        lineStart = position;
        endBefore = lineEnd;
    }

    private void headerLine(boolean empty) {
        if (current != null && current.fields() != null) {
            current.fields().endLine();
            if (empty) {
                endHeader(current, current.fields());
            }
        }
    }

    private void endHeader(OpenPart part, HeaderFields fields) {
        PartHeader read = part.endHeader(fields, position);
        account(part, fields);
        boolean mayHaveParts = part.depth < MAX_DEPTH;
        if (mayHaveParts && read.isMultipart()) {
            read.boundary().ifPresent(boundary -> boundaries.add(part, boundary));
        } else if (mayHaveParts && read.isMessage() && parts < MessageOutline.MAX_PARTS) {
            begin(part, true);
        }
    }

    private void account(OpenPart part, HeaderFields fields) {
        if (part == root) {
            header = MessageHeader.of(fields);
        } else {
            innerHeaders += fields.size();
        }
    }

    private void begin(OpenPart parent, boolean message) {
        int room = Math.clamp(MAX_INNER_HEADERS - innerHeaders, 0, MessageHeader.MAX_OCTETS);
        boolean inDigest = !message && parent.header().isDigest();
        OpenPart child = new OpenPart(parent.depth + 1, position, inDigest, message, room);
        parent.children.add(child);
        open.push(child);
        current = child;
        parts++;
    }

    private void divide(Boundaries.Found found) {
        long end = endOfContent();
        while (open.element() != found.part()) {
            end(open.pop(), end);
        }
        boundaries.passed(found);
        current = found.last() ? found.part() : null;
        if (!found.last() && parts < MessageOutline.MAX_PARTS) {
            begin(found.part(), false);
        }
    }

    // The line end before a boundary is the boundary's, but never the header's last one.
    private long endOfContent() {
        boolean empty = current != null && current.isEmptyAt(lineStart);
        return empty ? lineStart : lineStart - endBefore;
    }

    private void end(OpenPart part, long at) {
        HeaderFields fields = part.fields();
        if (fields != null) {
            fields.dropLine();
        }
        part.end(at);
        if (fields != null) {
            account(part, fields);
        }
    }

    /** What has been written, as one message; nothing more may be written. */
    public MessageOutline outline() {
        finish();
        return new OutlineOf(root, position, MessageOutline.MAX_PARTS - parts).outline();
    }

    /** The message's own header; nothing more may be written. */
    public MessageHeader header() {
        finish();
        return Objects.requireNonNull(header, "the header has been read");
    }

    private void finish() {
        if (closed) {
            return;
        }
        closed = true;
        if (position > lineStart) {
            endLine(0);
        }
        while (!open.isEmpty()) {
            end(open.pop(), position);
        }
        Arrays.fill(line, (byte) 0);
    }
}
