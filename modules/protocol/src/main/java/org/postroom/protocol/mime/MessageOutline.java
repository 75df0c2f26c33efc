package org.postroom.protocol.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.Section;

/**
 * What a message is made of, and where each piece lies in its octets: enough to answer BODY[…] (RFC
 * 9051 §6.4.5.1) from the octets alone.
 *
 * @param size of the whole message, in octets
 * @param structure at most {@link #MAX_DEPTH} deep, at most {@link #MAX_PARTS} parts
 * @param sections by the names that FETCH has for them
 */
public record MessageOutline(long size, BodyStructure structure, Map<Section, Stretch> sections) {

    /** Parts within parts; what lies deeper is left out. */
    public static final int MAX_DEPTH = 50;

    /** Parts that a message may have; further ones are left out. */
    public static final int MAX_PARTS = 1000;

    public MessageOutline {
        sections = Map.copyOf(sections);
    }

    /** Reads a whole message to its end, once; memory does not grow with it. */
    public static MessageOutline read(InputStream message) throws IOException {
        OutlineScanner scanner = new OutlineScanner();
        message.transferTo(scanner);
        return scanner.outline();
    }

    /** Where a section lies; empty where there is none of this name. */
    public Optional<Stretch> find(Section section) {
        boolean ownHeader = section.text() == Section.Text.MIME && section.path().value().isEmpty();
        return Optional.ofNullable(sections.get(ownHeader ? Section.HEADER : section));
    }
}
