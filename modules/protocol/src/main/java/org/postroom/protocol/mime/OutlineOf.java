package org.postroom.protocol.mime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.BodyStructure.MessagePart;
import org.postroom.protocol.BodyStructure.MultiPart;
import org.postroom.protocol.BodyStructure.SinglePart;
import org.postroom.protocol.ContentType;
import org.postroom.protocol.PartPath;
import org.postroom.protocol.Section;
import org.postroom.protocol.Section.Text;

/** Numbers the parts of a message that has been read (RFC 9051 §6.4.5.1). */
final class OutlineOf {

    private final OpenPart root;
    private final long size;
    private int room;
    private final Map<Section, Stretch> sections = new HashMap<>();

    /**
     * @param room how many parts it may still get
     */
    OutlineOf(OpenPart root, long size, int room) {
        this.root = root;
        this.size = size;
        this.room = room;
    }

    MessageOutline outline() {
        sections.put(Section.SOURCE, new Stretch(0, size));
        sections.put(Section.HEADER, root.headerBlock());
        return new MessageOutline(size, body(root, PartPath.MESSAGE), sections);
    }

    // The only part of a message has the number 1; a multipart has its message's own.
    private BodyStructure body(OpenPart message, PartPath path) {
        return message.header().isMultipart() && message.depth <= MessageOutline.MAX_DEPTH
                ? multi(message, path)
                : part(message, path.child(1));
    }

    private BodyStructure part(OpenPart part, PartPath path) {
        sections.put(Section.content(path), part.content());
        sections.put(new Section(path, Text.MIME), part.headerBlock());
        if (part.depth > MessageOutline.MAX_DEPTH) {
            return opaque(part, path);
        }
        if (part.header().isMultipart()) {
            return multi(part, path);
        }
        return part.children.isEmpty()
                ? single(part, path)
                : message(part, part.children.getFirst(), path);
    }

    private BodyStructure multi(OpenPart part, PartPath path) {
        List<BodyStructure> children = new ArrayList<>();
        for (OpenPart child : part.children) {
            children.add(part(child, path.child(children.size() + 1)));
        }
        if (children.isEmpty() && room-- > 0) {
            children.add(text(part, path.child(1)));
        }
        PartHeader header = part.header();
        return new MultiPart(path, header.type(), header.disposition(), children);
    }

    // A multipart must not be empty (RFC 2046 §5.1.1): servers tell an empty text then. Here it is
    // what stands in its place, so that it can be read.
    private SinglePart text(OpenPart part, PartPath path) {
        ContentType plain = new ContentType("text", "plain", Map.of("charset", "us-ascii"));
        sections.put(Section.content(path), part.content());
        return new SinglePart(
                path,
                plain,
                Optional.empty(),
                part.header().encoding(),
                Optional.empty(),
                part.content().length());
    }

    private MessagePart message(OpenPart part, OpenPart inner, PartPath path) {
        sections.put(new Section(path, Text.HEADER), inner.headerBlock());
        PartHeader header = part.header();
        return new MessagePart(
                path,
                header.type(),
                header.disposition(),
                header.encoding(),
                part.content().length(),
                inner.envelope(),
                body(inner, path));
    }

    // As the IMAP adapter shows what lies too deep.
    private static SinglePart opaque(OpenPart part, PartPath path) {
        ContentType type = new ContentType("application", "octet-stream", Map.of());
        return new SinglePart(
                path, type, Optional.empty(), "7bit", Optional.empty(), part.content().length());
    }

    private static SinglePart single(OpenPart part, PartPath path) {
        PartHeader header = part.header();
        return new SinglePart(
                path,
                header.type(),
                header.disposition(),
                header.encoding(),
                header.contentId(),
                part.content().length());
    }
}
