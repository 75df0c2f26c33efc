package org.postroom.protocol.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on the loopback that plays one part for each connection. */
public final class PlayedServer implements AutoCloseable {

    /** What it does with a connection; when it returns or throws, the connection is closed. */
    @FunctionalInterface
    public interface Part {
        void play(Socket socket) throws Exception;
    }

    private final ServerSocket listener;
    private final Part part;
    private final AtomicInteger connections = new AtomicInteger();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    private PlayedServer(ServerSocket listener, Part part) {
        this.listener = listener;
        this.part = part;
        Thread.startVirtualThread(this::accept);
    }

    public static PlayedServer plain(Part part) throws IOException {
        return on(ServerSocketFactory.getDefault(), part);
    }

    public static PlayedServer on(ServerSocketFactory factory, Part part) throws IOException {
        return new PlayedServer(
                factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), part);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                Thread.startVirtualThread(() -> play(socket));
            }
        } catch (IOException e) {
            stopped.complete(null);
        }
    }

    private void play(Socket socket) {
        try (socket) {
            part.play(socket);
        } catch (Exception e) {
            stopped.isDone(); // the guarded side ends connections in the middle: that is what is
            // tested
        }
    }

    /** Says something. */
    public static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Hears one line, without its end. */
    public static String hear(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream in = socket.getInputStream();
        int octet = in.read();
        while (octet != '\n' && octet >= 0) {
            line.append((char) octet);
            octet = in.read();
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
