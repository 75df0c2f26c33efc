package org.postroom.sessioncache.connection;

/**
 * What the connections of this replica are doing.
 *
 * @param idle open, and waiting for work
 * @param inUse lent
 * @param waiting callers that wait for one
 * @param opened how many were opened since the start
 * @param failed how many could not be opened since the start
 */
public record LeaseNumbers(long idle, long inUse, long waiting, long opened, long failed) {}
