package org.postroom.sessioncache.local;

import java.util.UUID;

/**
 * The octets of a message, of which several mailboxes may have a copy; never used again for others.
 *
 * @param account the key that its rows begin with
 * @param number from 1
 */
public record ContentId(UUID account, long number) {}
