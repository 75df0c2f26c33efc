package org.postroom.testing.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** One connection of a scripted server, as a play sees it. */
public final class Stage {
    private static final int CHUNK = 1 << 16;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private String tag = "*";
    private String command = "";
    private Play manners = _ -> {};
    private boolean mute;

    Stage(Socket socket, InputStream in) throws IOException {
        this.socket = socket;
        this.in = in;
        this.out = socket.getOutputStream();
    }

    void answering(String commandTag, String text, Play goodManners) {
        tag = commandTag;
        command = text;
        manners = goodManners;
    }

    /** The command that is being answered, without its tag; empty at the greeting. */
    public String command() {
        return command;
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    /** Does what the server would do without a play for this command. */
    public void behave() throws IOException {
        manners.on(this);
    }

    /** The same, but the client hears nothing of it. */
    public void behaveMutely() throws IOException {
        mute = true;
        manners.on(this);
        mute = false;
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
        write(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes octets as they are. */
    public void write(byte[] octets) throws IOException {
        if (mute) {
            return;
        }
        out.write(octets);
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

    /** The client's next line without its end, ISO 8859-1; empty when it has gone. */
    Optional<String> hear() throws IOException {
        var line = new StringBuilder();
        int octet = in.read();
        if (octet < 0) {
            return Optional.empty();
        }
        for (; octet != '\n' && octet >= 0; octet = in.read()) {
            line.append((char) octet);
        }
        boolean returned = !line.isEmpty() && line.charAt(line.length() - 1) == '\r';
        return Optional.of(returned ? line.substring(0, line.length() - 1) : line.toString());
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
