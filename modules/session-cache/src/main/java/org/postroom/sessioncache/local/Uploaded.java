package org.postroom.sessioncache.local;

import java.util.UUID;

/**
 * Octets in chunks, all of them written.
 *
 * @param upload what the chunks are filed under
 * @param size in octets
 */
@SuppressWarnings("ArrayRecordComponent") // a hash, handed from one method to the next
record Uploaded(UUID account, UUID upload, long size, byte[] sha256) {}
