package org.postroom.sessioncache.undo;

import java.util.List;

/**
 * What a person did with one click.
 *
 * @param kind a word for the sentence that offers to take it back, such as {@code archive}
 * @param count how many messages
 * @param changes in the order in which they were made; to be taken back from the last to the first
 */
public record UndoableAction(String kind, long count, List<UndoableChange> changes) {
    public UndoableAction {
        changes = List.copyOf(changes);
    }
}
