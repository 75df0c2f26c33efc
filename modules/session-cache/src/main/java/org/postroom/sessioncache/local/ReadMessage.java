package org.postroom.sessioncache.local;

import org.postroom.protocol.mime.MessageHeader;
import org.postroom.protocol.mime.MessageOutline;

/**
 * What a message's octets say.
 *
 * @param words all its texts, normalised
 * @param preview its first words
 */
record ReadMessage(MessageHeader header, MessageOutline outline, String words, String preview) {

    boolean hasAttachment() {
        return outline.structure().hasAttachment();
    }
}
