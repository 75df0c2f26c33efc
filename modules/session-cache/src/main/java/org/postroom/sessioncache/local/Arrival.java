package org.postroom.sessioncache.local;

import java.time.Instant;

/**
 * A message that a mail server has for us.
 *
 * @param size in octets as the server says, until the message is here
 * @param arrived stands for the date until the header tells one
 */
public record Arrival(long size, Instant arrived) {}
