package org.postroom.testing.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;

/** One client's connection through a {@link CountingProxy}. */
public final class ProxiedConnection {
    private final Socket client;
    private final Socket server;
    private final CommandReader reader;
    private final CommandLog everybody;
    private final CommandLog own = new CommandLog();
    private final ProxyFaults faults;
    private volatile boolean answersHidden;
    private volatile boolean abandoned;

    ProxiedConnection(
            Socket client,
            Socket server,
            CommandReader reader,
            CommandLog everybody,
            ProxyFaults faults)
            throws IOException {
        this.client = client;
        this.server = server;
        this.reader = reader;
        this.everybody = everybody;
        this.faults = faults;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void start() {
        Thread.startVirtualThread(() -> carry(this::carryCommands));
        Thread.startVirtualThread(() -> carry(this::carryAnswers));
    }

    /** The names of this connection's commands in their order. */
    public List<String> commands() {
        return own.names();
    }

    /** Whether both sides are still there. */
    public boolean isOpen() {
        return !client.isClosed() && !server.isClosed();
    }

    /** From now on every octet is lost on the way, and nobody is told. */
    void abandon() {
        abandoned = true;
    }

    /** Resets the connection on both sides. */
    public void cut() {
        reset(client);
        reset(server);
    }

    private static void reset(Socket socket) {
        try {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        } catch (IOException e) {
            if (!socket.isClosed()) { // otherwise its own thread was faster
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Carrying {
        void run() throws IOException, InterruptedException;
    }

    /** Either side's end is the end of both, as it would be without a proxy. */
    private void carry(Carrying direction) {
        try {
            direction.run();
            client.close();
            server.close();
        } catch (IOException _) {
            cut();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            cut();
        }
    }

    private void carryCommands() throws IOException, InterruptedException {
        var buffer = new byte[1 << 16];
        InputStream in = client.getInputStream();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            faults.awaitPassage();
            for (int i = 0; i < length; i++) {
                reader.take(buffer[i]).ifPresent(this::arrived);
            }
            handOn(buffer, length, server.getOutputStream());
        }
    }

    private void arrived(String command) {
        own.add(command);
        everybody.add(command);
        if (faults.hidesAnswerTo(command)) {
            answersHidden = true;
        }
        if (faults.keepsBack(command)) {
            cut();
        }
    }

    private void carryAnswers() throws IOException, InterruptedException {
        var buffer = new byte[1 << 16];
        InputStream in = server.getInputStream();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            faults.awaitPassage();
            if (answersHidden) {
                cut();
            }
            handOn(buffer, length, client.getOutputStream());
        }
    }

    private void handOn(byte[] buffer, int length, OutputStream out) throws IOException {
        int sent = 0;
        while (sent < length && !abandoned) {
            int piece = faults.piece(length - sent);
            out.write(buffer, sent, piece);
            out.flush();
            sent += piece;
        }
    }
}
