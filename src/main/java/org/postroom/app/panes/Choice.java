package org.postroom.app.panes;

/**
 * One of several links of which one holds: an order or a filter.
 *
 * @param key value of {@code data-sort} or {@code data-filter}
 * @param label what a person reads
 * @param url a relative URL; for the current order the one that reverses it
 * @param current whether this one holds now
 */
public record Choice(String key, String label, String url, boolean current) {}
