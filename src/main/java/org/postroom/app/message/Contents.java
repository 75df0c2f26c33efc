package org.postroom.app.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postroom.protocol.BodyStructure.SinglePart;
import org.postroom.protocol.Flag;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MessageDetail;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.Section;
import org.postroom.protocol.SectionRange;
import org.postroom.rendering.mime.Charsets;
import org.postroom.rendering.mime.HeaderBlock;
import org.postroom.rendering.mime.TransferDecoding;

/**
 * A message with the texts that are shown: two server commands.
 *
 * @param bodies the texts of {@link Parts#bodies}, decoded
 * @param header bounded
 */
record Contents(MessageDetail detail, Parts parts, List<Body> bodies, HeaderBlock header) {

    private static final int MAX_BODIES = 8;
    private static final int MAX_HEADER = 128 << 10;
    private static final int ROOM = SectionRange.MAX_LENGTH - MAX_HEADER;

    /**
     * A text.
     *
     * @param cut whether the part is longer than what is shown
     */
    record Body(SinglePart part, String text, boolean cut) {}

    /**
     * Reads a message and its texts.
     *
     * @param opens whether somebody opens it, so that it is seen now
     */
    static Contents of(MailStore store, MessageRef message, boolean opens) {
        MessageDetail detail = store.detail(message);
        boolean marks = opens && !detail.summary().has(Flag.SEEN);
        Parts parts = Parts.of(detail.structure());
        List<SinglePart> shown = parts.bodies().stream().limit(MAX_BODIES).toList();
        SectionRange header = SectionRange.first(Section.HEADER, MAX_HEADER);
        List<SectionRange> wanted = new ArrayList<>(List.of(header));
        shown.forEach(part -> wanted.add(range(part, ROOM / shown.size())));
        Map<SectionRange, byte[]> read =
                marks ? store.readAndMarkSeen(message, wanted) : store.read(message, wanted);
        List<Body> bodies = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            byte[] octets = read.getOrDefault(wanted.get(i + 1), new byte[0]);
            boolean cut = octets.length == wanted.get(i + 1).length();
            bodies.add(new Body(shown.get(i), text(shown.get(i), octets), cut));
        }
        byte[] fields = read.getOrDefault(header, new byte[0]);
        return new Contents(detail, parts, bodies, HeaderBlock.parse(fields));
    }

    private static SectionRange range(SinglePart part, int room) {
        return SectionRange.first(Section.content(part.path()), room);
    }

    private static String text(SinglePart part, byte[] octets) {
        byte[] decoded = decoded(octets, part.encoding());
        return Charsets.decode(decoded, part.type().parameter("charset").orElse(null));
    }

    /** Octets without their transfer encoding. */
    static byte[] decoded(byte[] octets, String encoding) {
        try {
            return TransferDecoding.decode(new ByteArrayInputStream(octets), encoding)
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
