package org.postroom.protocol;

/**
 * Which page of a mailbox is wanted.
 *
 * @param offset how many messages stand before the page, from 0
 * @param limit 1 to {@link #MAX_LIMIT}
 */
public record Listing(SearchCriteria criteria, SortOrder order, int offset, int limit) {

    /** The longest page. */
    public static final int MAX_LIMIT = 500;

    public Listing {
        if (offset < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("Not a page: " + limit + " from " + offset);
        }
    }
}
