package org.postroom.app.panes;

/**
 * What an empty list says.
 *
 * @param icon a symbol of {@code icons.svg}
 * @param heading "Nothing in Travel"
 * @param text why that is fine
 */
public record EmptyList(String icon, String heading, String text) {}
