package org.postroom.app.layout;

import org.jspecify.annotations.Nullable;

/**
 * A failure in words that a person understands.
 *
 * @param sentence who failed: "The mail server mail.example.org did not answer."
 * @param detail what became of the work and what to do; may be empty
 * @param retry the one button, null if trying again makes no sense
 */
public record ErrorNote(String sentence, String detail, @Nullable Link retry) {}
