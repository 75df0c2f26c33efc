package org.postroom.app.panes;

/**
 * Something odd about a message, said calmly.
 *
 * @param heading "Replies go elsewhere."
 * @param text what exactly, and what to do
 * @param serious false for a plain hint such as "Shown in part."
 */
public record Warning(String heading, String text, boolean serious) {}
