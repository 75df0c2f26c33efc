package org.postroom.protocol;

/**
 * What a change of flags did.
 *
 * @param changed the messages that really changed, and would have to be changed back
 * @param gone those asked for that are no longer there
 */
public record FlagResult(UidSet changed, UidSet gone) {}
