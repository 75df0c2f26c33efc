package org.postroom.app.layout;

import org.jspecify.annotations.Nullable;

/**
 * What has just been done, and the way back.
 *
 * @param text a finished sentence, such as "4 messages archived."
 * @param undo the id that {@code POST /undo} wants, null if this cannot be undone
 * @param back the relative URL to which undoing returns
 * @param csrf the token of the undo form
 */
public record Notice(String text, @Nullable String undo, String back, String csrf) {}
