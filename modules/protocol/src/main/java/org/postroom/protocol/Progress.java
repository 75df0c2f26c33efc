package org.postroom.protocol;

/**
 * How far a work in the background is.
 *
 * @param done not more than {@code total}
 */
public record Progress(long done, long total) {}
