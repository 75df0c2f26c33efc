package org.postroom.protocol.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface Resolver {

    /**
     * All addresses, the preferred first.
     *
     * @param host a name or a literal address
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
