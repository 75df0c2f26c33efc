package org.postroom.app.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who asks, past the proxies that the operator trusts. Each proxy adds at the end of {@code
 * X-Forwarded-For} whom it heard: so the header is read from its end, and only as far as trusted
 * proxies wrote it. What stands before that, the client may have made up.
 */
final class ClientAddress {

    private ClientAddress() {}

    /**
     * The address whose attempts are counted together.
     *
     * @param peer who is at the other end of the connection
     * @param forwarded the header's lines, in their order
     * @param trusted addresses, networks and names of the operator's proxies
     */
    static InetAddress of(String peer, List<String> forwarded, List<String> trusted) {
        InetAddress client = literal(peer).orElseThrow();
        List<String> hops = new ArrayList<>();
        forwarded.forEach(line -> hops.addAll(Arrays.asList(line.split(",", -1))));
        for (String hop : hops.reversed()) {
            Optional<InetAddress> before = literal(hop);
            if (before.isEmpty() || !isTrusted(client, trusted)) {
                break;
            }
            client = before.get();
        }
        return client;
    }

    private static boolean isTrusted(InetAddress address, List<String> trusted) {
        return trusted.stream().anyMatch(proxy -> isIn(address, proxy.strip()));
    }

    private static boolean isIn(InetAddress address, String proxy) {
        String[] parts = proxy.split("/", 2);
        if (parts.length == 1 && literal(proxy).isEmpty()) {
            return isCalled(address, proxy);
        }
        return literal(parts[0])
                .map(InetAddress::getAddress)
                .filter(network -> network.length == address.getAddress().length)
                .filter(network -> sameBits(network, address.getAddress(), bits(parts, network)))
                .isPresent();
    }

    private static int bits(String[] parts, byte[] network) {
        return parts.length == 1 ? network.length * Byte.SIZE : Integer.parseInt(parts[1]);
    }

    private static boolean sameBits(byte[] a, byte[] b, int bits) {
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % Byte.SIZE;
            if ((a[i / Byte.SIZE] & mask) != (b[i / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCalled(InetAddress address, String name) {
        try {
            return Arrays.asList(InetAddress.getAllByName(name)).contains(address);
        } catch (UnknownHostException _) {
            return false;
        }
    }

    // Some write the port too; the zone of a link-local address is this machine's affair.
    private static Optional<InetAddress> literal(String text) {
        String address = text.strip().replaceFirst("%.*", "");
        if (address.startsWith("[")) {
            address = address.substring(1).replaceFirst("\\].*", "");
        } else if (address.indexOf('.') >= 0 && address.indexOf(':') == address.lastIndexOf(':')) {
            address = address.replaceFirst(":.*", "");
        }
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
