package org.postroom.protocol;

/**
 * How much room a person has (RFC 9208, resource STORAGE).
 *
 * @param used in octets
 * @param limit in octets
 */
public record Quota(long used, long limit) {}
