package org.postroom.protocol.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes the socket of one {@link GuardedConnection}, and starts TLS on it, whatever host is named.
 */
final class PinnedTlsSocketFactory extends SSLSocketFactory {

    private final GuardedConnection connection;

    PinnedTlsSocketFactory(GuardedConnection connection) {
        this.connection = connection;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
            throws IOException {
        return connection.upgrade(plain);
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

    /** None by name: the suites are the JDK's, and not to be chosen from outside. */
    @Override
    public String[] getDefaultCipherSuites() {
        return new String[0];
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return new String[0];
    }
}
