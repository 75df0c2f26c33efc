package org.postroom.testing.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The other POP3 program in a test: a few lines over a plain socket (RFC 1939). */
public final class RawPop3 implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private final Socket socket;
    private final BufferedInputStream in;

    private RawPop3(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        line();
    }

    /** Connects to 127.0.0.1 and reads the greeting. */
    public static RawPop3 connect(int port) {
        try {
            return new RawPop3(new Socket(InetAddress.ofLiteral("127.0.0.1"), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a session, or throws IllegalStateException with the server's words. */
    public RawPop3 login(MailUser user) {
        orThrow(send("USER " + user.login()));
        orThrow(send("PASS " + user.password()));
        return this;
    }

    /** Sends a command, and gives the first line of its answer. */
    public String send(String command) {
        try {
            socket.getOutputStream()
                    .write((command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return line();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a command whose answer has many lines, and gives those after the first. */
    public List<String> lines(String command) {
        orThrow(send(command));
        try {
            var lines = new ArrayList<String>();
            for (var line = line(); !line.equals("."); line = line()) {
                lines.add(line.startsWith(".") ? line.substring(1) : line);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a message and ends the session. */
    public void deleteAndQuit(int number) {
        orThrow(send("DELE " + number));
        orThrow(send("QUIT"));
    }

    /** The octets of a message, each line ended by CRLF. */
    public byte[] message(int number) {
        var text = String.join("\r\n", lines("RETR " + number)) + "\r\n";
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("The server closed the connection");
            }
            line.write(octet);
        }
        var text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static void orThrow(String answer) {
        if (!answer.startsWith("+OK")) {
            throw new IllegalStateException(answer);
        }
    }

    /** Closes the socket without QUIT, so that nothing is deleted. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
