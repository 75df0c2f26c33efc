package org.postroom.sessioncache.undo;

/**
 * Names what can be taken back.
 *
 * @param value 22 characters of base64url, at random
 */
public record UndoId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
