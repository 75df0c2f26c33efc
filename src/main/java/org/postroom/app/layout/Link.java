package org.postroom.app.layout;

/**
 * A place to go.
 *
 * @param label what stands on it
 * @param url a relative URL
 */
public record Link(String label, String url) {}
