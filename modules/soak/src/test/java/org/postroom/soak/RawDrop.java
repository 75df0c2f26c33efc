package org.postroom.soak;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.postroom.testing.server.MailUser;

/** What a POP3 server needs by itself for all headers: commands ahead of their answers. */
final class RawDrop implements AutoCloseable {

    private static final int AHEAD = 50;
    private final Socket socket;
    private final BufferedInputStream in;

    RawDrop(int port, MailUser user) {
        try {
            socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            line();
            say("USER " + user.login() + "\r\nPASS " + user.password() + "\r\n");
            line();
            line();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the list of names, then the header of each message; gives the octets read. */
    long headers(int messages) {
        try {
            say("UIDL\r\n");
            long octets = block();
            for (int first = 1; first <= messages; first += AHEAD) {
                int last = Math.min(messages, first + AHEAD - 1);
                StringBuilder commands = new StringBuilder();
                for (int number = first; number <= last; number++) {
                    commands.append("TOP ").append(number).append(" 0\r\n");
                }
                say(commands.toString());
                for (int number = first; number <= last; number++) {
                    octets += block();
                }
            }
            return octets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private long block() throws IOException {
        long octets = 0;
        String line = line();
        while (!line.equals(".")) {
            octets += line.length() + 2;
            line = line();
        }
        return octets;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException();
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
