package org.postroom.sessioncache.drop;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.postroom.sessioncache.local.ContentId;

/**
 * A message of the drop as it is known here.
 *
 * @param key what it is found by again
 * @param named whether the key comes from what the server calls it, and not from its header
 * @param content the number of its content here
 * @param listedSize in octets as the server said, which may be wrong
 * @param headerHash empty while its header has not been fetched
 * @param filled whether its header has been read into the lists here
 * @param stored whether it is here wholly
 * @param forgotten whether it was deleted here for good
 * @param verifiedAt when the copy here was proved
 * @param gone whether it was not in the drop when that was seen last
 * @param removed whether it went because we deleted it there
 * @param tries how often it could not be fetched
 */
record DropEntry(
        String key,
        boolean named,
        long content,
        long listedSize,
        Optional<String> headerHash,
        boolean filled,
        boolean stored,
        boolean forgotten,
        Optional<Instant> verifiedAt,
        boolean gone,
        boolean removed,
        int tries) {

    /** Nothing of it has ever come, and nobody has deleted it here. */
    boolean isBlank() {
        return headerHash.isEmpty() && !filled && !stored && !forgotten;
    }

    ContentId in(UUID account) {
        return new ContentId(account, content);
    }
}
