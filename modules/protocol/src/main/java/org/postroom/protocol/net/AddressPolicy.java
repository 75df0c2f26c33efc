package org.postroom.protocol.net;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * Which addresses and ports may be connected to.
 *
 * @param anyAddress whether addresses that are not public may be reached too
 * @param ports the only ones; empty: all
 */
public record AddressPolicy(boolean anyAddress, Set<Integer> ports) {

    private static final Set<Integer> MAIL_PORTS = Set.of(143, 993, 110, 995, 25, 465, 587);
    private static final Set<Integer> WEB_PORT = Set.of(443);
    private static final Set<Integer> PICTURE_PORTS = Set.of(443, 80);

    public AddressPolicy {
        ports = Set.copyOf(ports);
    }

    /** For servers that the operator configured: everything. */
    public static AddressPolicy operatorGiven() {
        return new AddressPolicy(true, Set.of());
    }

    /**
     * For servers that a person typed or that were discovered: public addresses on the ports of
     * mail.
     *
     * @param allowPrivate lifts the rule for addresses <em>and</em> the one for ports: who has the
     *     servers at home, or in a test, has them on any port
     */
    public static AddressPolicy discovered(boolean allowPrivate) {
        return allowPrivate ? operatorGiven() : new AddressPolicy(false, MAIL_PORTS);
    }

    /**
     * For the web servers of autoconfiguration: public addresses on port 443.
     *
     * @param allowPrivate as in {@link #discovered}
     */
    public static AddressPolicy web(boolean allowPrivate) {
        return allowPrivate ? operatorGiven() : new AddressPolicy(false, WEB_PORT);
    }

    /**
     * For the web servers of remote pictures: public addresses on ports 443 and 80.
     *
     * @param allowPrivate as in {@link #discovered}
     */
    public static AddressPolicy pictures(boolean allowPrivate) {
        return allowPrivate ? operatorGiven() : new AddressPolicy(false, PICTURE_PORTS);
    }

    public boolean allows(InetAddress address) {
        return anyAddress || PublicAddresses.contains(address);
    }

    public boolean allowsPort(int port) {
        return ports.isEmpty() || ports.contains(port);
    }

    void checkPort(int port) throws AddressNotAllowedException {
        if (!allowsPort(port)) {
            throw new AddressNotAllowedException("Port " + port + " may not be connected to");
        }
    }

    /** The addresses that may be connected to, in their order. */
    List<InetAddress> allowedOf(List<InetAddress> addresses) throws AddressNotAllowedException {
        List<InetAddress> allowed = addresses.stream().filter(this::allows).toList();
        if (allowed.isEmpty()) {
            throw new AddressNotAllowedException("The server has no public address");
        }
        return allowed;
    }
}
