package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import org.postroom.protocol.mime.MessageHeader;

/** Reads header blocks for the rows of messages. */
@ApplicationScoped
public class HeaderReader {

    /** What a row is given of a header block. */
    public KnownHeader read(byte[] octets) {
        return KnownHeader.of(MessageHeader.parse(octets));
    }
}
