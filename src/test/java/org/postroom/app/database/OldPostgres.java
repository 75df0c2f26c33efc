package org.postroom.app.database;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says that it is an old PostgreSQL, lets everybody in, and answers each statement with OK. */
final class OldPostgres implements AutoCloseable {

    private static final int WANTS_TLS = 80_877_103;
    private static final int WANTS_GSS = 80_877_104;

    private final String version;
    private final ServerSocket door;

    OldPostgres(String version) throws IOException {
        this.version = version;
        door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                talk(
                        new DataInputStream(client.getInputStream()),
                        new DataOutputStream(client.getOutputStream()));
            } catch (IOException _) {
                continue; // the client has gone, or the door is closed
            }
        }
    }

    private void talk(DataInputStream in, DataOutputStream out) throws IOException {
        for (int asked = greeting(in); asked == WANTS_TLS || asked == WANTS_GSS; ) {
            out.write('N');
            asked = greeting(in);
        }
        send(out, 'R', new byte[4]);
        parameter(out, "server_version", version);
        parameter(out, "client_encoding", "UTF8");
        parameter(out, "DateStyle", "ISO");
        parameter(out, "standard_conforming_strings", "on");
        parameter(out, "integer_datetimes", "on");
        send(out, 'Z', text("I"));
        for (int type = in.read(); type >= 0; type = in.read()) {
            in.skipNBytes(in.readInt() - 4L);
            if (type == 'Q' || type == 'S') {
                send(out, 'C', text("SET\0"));
                send(out, 'Z', text("I"));
            }
        }
    }

    private static int greeting(DataInputStream in) throws IOException {
        int length = in.readInt();
        int asked = in.readInt();
        in.skipNBytes(length - 8L);
        return asked;
    }

    private static void parameter(DataOutputStream out, String name, String value)
            throws IOException {
        send(out, 'S', text(name + "\0" + value + "\0"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void send(DataOutputStream out, char type, byte[] content) throws IOException {
        out.write(type);
        out.writeInt(content.length + 4);
        out.write(content);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
