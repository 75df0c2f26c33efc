package org.postroom.sessioncache.drop;

import java.util.List;
import java.util.Optional;
import org.postroom.protocol.DropItem;

/**
 * What a list of the drop means for what is known of it.
 *
 * @param present messages that are known, in drop order
 * @param arrived messages that are not, in drop order
 * @param gone entries whose message was there when the drop was seen last, and is not now
 */
record DropPlan(List<Known> present, List<Arrived> arrived, List<DropEntry> gone) {

    /**
     * A message of the list that is known.
     *
     * @param key its key from now on; another than the entry's after the server has renamed it
     */
    record Known(DropItem item, DropEntry entry, String key, boolean named) {

        boolean isChanged() {
            return entry.gone()
                    || entry.removed()
                    || !key.equals(entry.key())
                    || item.size() != entry.listedSize();
        }

        /** The entry as it is from now on. */
        DropEntry entryNow() {
            return new DropEntry(
                    key,
                    named,
                    entry.content(),
                    item.size(),
                    entry.headerHash(),
                    entry.filled(),
                    entry.stored(),
                    entry.forgotten(),
                    isChanged() ? Optional.empty() : entry.verifiedAt(),
                    false,
                    false,
                    entry.tries());
        }
    }

    /** A message of the list that is new. */
    record Arrived(DropItem item, String key, boolean named, Optional<String> headerHash) {

        /** The entry that is made of it. */
        DropEntry entry(long content) {
            return new DropEntry(
                    key,
                    named,
                    content,
                    item.size(),
                    headerHash,
                    false,
                    false,
                    false,
                    Optional.empty(),
                    false,
                    false,
                    0);
        }
    }
}
