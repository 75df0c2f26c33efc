package org.postroom.protocol;

import java.util.List;

/**
 * A page of a mailbox, in the order asked for. Messages marked {@code \Deleted} are neither counted
 * nor given.
 *
 * @param total how many messages match, on all pages
 * @param messages at most as many as asked for; fewer when some vanished meanwhile, or past the end
 */
public record Page(UidValidity uidValidity, long total, List<MessageSummary> messages) {
    public Page {
        messages = List.copyOf(messages);
    }
}
