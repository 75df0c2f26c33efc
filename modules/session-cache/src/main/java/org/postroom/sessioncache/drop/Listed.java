package org.postroom.sessioncache.drop;

import java.util.Optional;
import org.postroom.protocol.DropItem;

/** A message of the drop within one session: where it stands, and what is here of it. */
final class Listed {

    private static final int MANY_TRIES = 3;

    private final DropItem item;
    private final DropEntry entry;
    private Optional<String> headerHash;
    private boolean filled;
    private boolean stored;

    Listed(DropItem item, DropEntry entry) {
        this.item = item;
        this.entry = entry;
        headerHash = entry.headerHash();
        filled = entry.filled();
        stored = entry.stored();
    }

    DropItem item() {
        return item;
    }

    /** As it was known when the session began. */
    DropEntry entry() {
        return entry;
    }

    long content() {
        return entry.content();
    }

    Optional<String> headerHash() {
        return headerHash;
    }

    boolean lacksHeader() {
        return !filled && !entry.forgotten();
    }

    boolean lacksText() {
        return !stored && !entry.forgotten();
    }

    /** It is here, but a process ended before it was read again. */
    boolean lacksProof() {
        return entry.stored() && !entry.forgotten() && entry.verifiedAt().isEmpty();
    }

    /** How often it could not be fetched. */
    int tries() {
        return entry.tries();
    }

    /** It could not be fetched so often that it must not be in the way of anything any more. */
    boolean isStubborn() {
        return entry.tries() >= MANY_TRIES;
    }

    void fill(String hash) {
        headerHash = Optional.of(hash);
        filled = true;
    }

    void store() {
        stored = true;
    }
}
