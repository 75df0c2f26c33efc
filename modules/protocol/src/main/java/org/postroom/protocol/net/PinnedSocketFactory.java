package org.postroom.protocol.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes the socket of one {@link GuardedConnection}, whatever address is asked for. */
final class PinnedSocketFactory extends SocketFactory {

    private final GuardedConnection connection;

    PinnedSocketFactory(GuardedConnection connection) {
        this.connection = connection;
    }

    @Override
    public Socket createSocket() throws IOException {
        return connection.connect();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connection.connect();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
            throws IOException {
        return connection.connect();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connection.connect();
    }

    @Override
    public Socket createSocket(
            InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connection.connect();
    }
}
