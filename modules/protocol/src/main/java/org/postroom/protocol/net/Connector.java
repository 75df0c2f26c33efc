package org.postroom.protocol.net;

import java.net.InetSocketAddress;

/** Says where a connection to a checked address really goes: to that address, except in tests. */
@FunctionalInterface
public interface Connector {

    /** Straight to the address. */
    Connector DIRECT = address -> address;

    InetSocketAddress target(InetSocketAddress checked);
}
