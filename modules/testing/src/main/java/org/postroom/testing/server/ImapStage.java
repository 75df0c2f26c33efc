package org.postroom.testing.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** One connection of a {@link ScriptedImapServer}, as a play sees it. */
public final class ImapStage {
    private static final int CHUNK = 1 << 16;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private String tag = "*";

    ImapStage(Socket socket, InputStream in) throws IOException {
        this.socket = socket;
        this.in = in;
        this.out = socket.getOutputStream();
    }

    void answering(String commandTag) {
        tag = commandTag;
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    /** Writes lines in one go, each with CRLF; {@code @} at the start of a line becomes the tag. */
    public void say(String... lines) throws IOException {
        write(
                Arrays.stream(lines)
                        .map(line -> line.startsWith("@") ? tag + line.substring(1) : line)
                        .collect(Collectors.joining("\r\n", "", "\r\n")));
    }

    /** Writes octets as they are, ISO 8859-1. */
    public void write(String octets) throws IOException {
        out.write(octets.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Writes the start once and the rest again and again, until the client goes away. */
    public void repeat(String start, String rest) throws IOException {
        write(start);
        var chunk = rest.repeat(Math.max(1, CHUNK / rest.length()));
        while (isOpen()) {
            write(chunk);
        }
    }

    /** Writes octet by octet with a pause after each. */
    public void drip(String octets, Duration pause) throws IOException {
        for (int i = 0; i < octets.length(); i++) {
            write(octets.substring(i, i + 1));
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** Reads and forgets until the client goes away. */
    public void awaitClient() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        close();
    }

    /** Closes politely. */
    public void close() throws IOException {
        socket.close();
    }

    /** Resets the connection. */
    public void cut() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
