package org.postroom.protocol.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Connects to the first checked address that answers.
 *
 * @param addresses at least one; after the eighth nobody waits any more
 */
record Dialer(List<InetAddress> addresses, int port, Timeouts timeouts, Connector connector) {

    private static final int MAX_ADDRESSES = 8;

    Dialer {
        addresses = addresses.stream().limit(MAX_ADDRESSES).toList();
    }

    GuardedSocket dial(ResponseBudget budget) throws IOException {
        long end = System.nanoTime() + timeouts.connect().toNanos();
        IOException failure = new ConnectException("There is no address to connect to");
        for (int i = 0; i < addresses.size(); i++) {
            long share = (end - System.nanoTime()) / 1_000_000 / (addresses.size() - i);
            GuardedSocket socket = new GuardedSocket(budget);
            try {
                socket.dial(target(addresses.get(i)), Math.max(1, (int) share));
                return socket;
            } catch (IOException e) {
                failure = socket.failed(e);
            }
        }
        throw failure;
    }

    private InetSocketAddress target(InetAddress address) {
        return connector.target(new InetSocketAddress(address, port));
    }
}
