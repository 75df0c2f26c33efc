package org.postroom.protocol;

import java.util.List;
import java.util.Optional;

/**
 * A page of a mailbox, in the order asked for. Messages marked {@code \Deleted} are neither counted
 * nor given.
 *
 * @param total how many messages match, on all pages
 * @param messages at most as many as asked for; fewer when some vanished meanwhile, or past the end
 * @param filling how many of the mailbox's headers are here, while some are still <em>pending</em>;
 *     order and filters know the others by UID, size and flags only
 */
public record Page(
        UidValidity uidValidity,
        long total,
        List<MessageSummary> messages,
        Optional<Progress> filling) {
    public Page {
        messages = List.copyOf(messages);
    }

    /** A page of a mailbox whose headers are all here. */
    public Page(UidValidity uidValidity, long total, List<MessageSummary> messages) {
        this(uidValidity, total, messages, Optional.empty());
    }
}
