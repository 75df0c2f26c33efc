package org.postroom.protocol;

/**
 * What a search found, with the {@link UidValidity} that it holds under.
 *
 * @param complete whether every message could be looked at; not when headers or texts that matter
 *     here have not been fetched yet
 */
public record SearchResult(UidValidity uidValidity, UidSet uids, boolean complete) {

    /** What a search found that could look at every message. */
    public SearchResult(UidValidity uidValidity, UidSet uids) {
        this(uidValidity, uids, true);
    }
}
