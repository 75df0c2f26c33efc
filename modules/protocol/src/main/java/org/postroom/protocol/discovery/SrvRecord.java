package org.postroom.protocol.discovery;

/**
 * Where a service is (RFC 2782).
 *
 * @param priority the smallest first
 * @param weight among equals the largest first
 * @param target a host, or {@code .} where the service is decidedly not offered
 */
public record SrvRecord(int priority, int weight, int port, String target) {}
