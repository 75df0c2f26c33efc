package org.postroom.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A listening port on 127.0.0.1; once closed, connecting to it is refused at once. */
final class Door implements AutoCloseable {
    private final ServerSocket listening;
    private final Thread serving;

    /** Takes a new connection; when it throws, the connection is closed. */
    interface Visitors {
        void take(Socket client) throws IOException;
    }

    private Door(ServerSocket listening, Visitors visitors) {
        this.listening = listening;
        this.serving = Thread.startVirtualThread(() -> serve(visitors));
    }

    /** Opens a port; 0 for any free one. */
    static Door open(int port, Visitors visitors) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return new Door(socket, visitors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    private void serve(Visitors visitors) {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                welcome(client, visitors);
            } catch (IOException _) {
                // closed meanwhile, or the visitor was gone already
            }
        }
    }

    private static void welcome(Socket client, Visitors visitors) throws IOException {
        try {
            visitors.take(client);
        } catch (IOException _) {
            client.close();
        }
    }

    /** Ends when the operating system has closed the port too. */
    @Override
    public void close() {
        try {
            listening.close();
            serving.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
