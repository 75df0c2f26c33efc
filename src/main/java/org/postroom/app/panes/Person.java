package org.postroom.app.panes;

/**
 * Somebody in a header field.
 *
 * @param name may be empty
 * @param address always shown beside the name
 */
public record Person(String name, String address) {}
