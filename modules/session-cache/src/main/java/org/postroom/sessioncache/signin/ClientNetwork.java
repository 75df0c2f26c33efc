package org.postroom.sessioncache.signin;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a client comes from: the /24 of an IPv4 address, the /64 of an IPv6 address, which is what
 * one customer usually has.
 *
 * @param value such as {@code 203.0.113.0/24}
 */
public record ClientNetwork(String value) {

    private static final int V6_PREFIX_OCTETS = 8;

    /** The network of an address; an IPv4 address mapped into IPv6 counts as IPv4. */
    public static ClientNetwork of(InetAddress address) {
        byte[] octets = address.getAddress();
        if (address instanceof Inet4Address) {
            return new ClientNetwork(
                    "%d.%d.%d.0/24"
                            .formatted(octets[0] & 0xFF, octets[1] & 0xFF, octets[2] & 0xFF));
        }
        String prefix = HexFormat.of().formatHex(Arrays.copyOf(octets, V6_PREFIX_OCTETS));
        return new ClientNetwork(prefix.replaceAll("(.{4})", "$1:") + ":/64");
    }

    @Override
    public String toString() {
        return value;
    }
}
