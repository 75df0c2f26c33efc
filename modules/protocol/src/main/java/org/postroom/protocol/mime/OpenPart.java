package org.postroom.protocol.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.Envelope;

/** A part while it is being read, and where it began and ended. */
final class OpenPart {

    final int depth;
    final long headerStart;
    final List<OpenPart> children = new ArrayList<>();
    private final boolean inDigest;
    private final boolean message;

    private @Nullable HeaderFields fields;
    private @Nullable PartHeader header;
    private @Nullable Envelope envelope;
    private long headerEnd;
    private long end;

    /**
     * @param message whether its header is that of a message, not just of a part
     */
    OpenPart(int depth, long headerStart, boolean inDigest, boolean message, int headerRoom) {
        this.depth = depth;
        this.headerStart = headerStart;
        this.inDigest = inDigest;
        this.message = message;
        this.fields = new HeaderFields(headerRoom);
    }

    /** Its header as far as it has come; null when its content has begun. */
    @Nullable HeaderFields fields() {
        return fields;
    }

    /** The header is complete: the content begins here. */
    PartHeader endHeader(HeaderFields complete, long at) {
        complete.end();
        headerEnd = at;
        envelope = message ? MessageHeader.envelope(complete) : null;
        header = PartHeader.read(complete, inDigest);
        fields = null;
        return header;
    }

    /** The part ends here; what of it is not there is empty. */
    void end(long at) {
        if (fields != null) {
            endHeader(fields, at);
        }
        end = Math.max(at, headerEnd);
    }

    PartHeader header() {
        return Objects.requireNonNull(header, "the header is not complete");
    }

    Envelope envelope() {
        return Objects.requireNonNull(envelope, "this is no message");
    }

    /** Whether what follows is its content, of which none has come. */
    boolean isEmptyAt(long at) {
        return fields != null || at == headerEnd;
    }

    /** The header block with its empty line. */
    Stretch headerBlock() {
        return Stretch.between(headerStart, headerEnd);
    }

    /** What follows the header. */
    Stretch content() {
        return Stretch.between(headerEnd, end);
    }
}
