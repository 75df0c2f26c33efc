package org.postroom.testing.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The other mail program in a test: an IMAP client of a few lines over a plain socket, which shows
 * what the server really holds. Octets are kept as ISO 8859-1 characters, so that nothing is lost;
 * names of mailboxes are encoded.
 */
public final class RawImap implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)\\+?}$");
    private final Socket socket;
    private final BufferedInputStream in;
    private final OutputStream out;
    private final String greeting;
    private int lastTag;

    private RawImap(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
        greeting = readLine();
    }

    /** Connects to 127.0.0.1 and reads the greeting. */
    public static RawImap connect(int port) {
        try {
            return new RawImap(new Socket(InetAddress.ofLiteral("127.0.0.1"), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's first line. */
    public String greeting() {
        return greeting;
    }

    /** Logs in, or throws IllegalStateException with the server's words. */
    public RawImap login(MailUser user) {
        send("LOGIN " + quoted(user.login()) + " " + quoted(user.password())).orThrow();
        return this;
    }

    /** Sends one command under a new tag and collects everything until its tagged answer. */
    public RawReply send(String command) {
        var tag = nextTag();
        write(tag + " " + command + "\r\n");
        return answer(tag);
    }

    /** Writes octets as they are: no tag, no line end. */
    public void write(String latin1) {
        write(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes octets as they are. */
    public void write(byte[] octets) {
        try {
            out.write(octets);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tag that was not used yet on this connection. */
    public String nextTag() {
        return "t" + ++lastTag;
    }

    /** Reads up to the answer with this tag. */
    public RawReply answer(String tag) {
        var untagged = new ArrayList<String>();
        try {
            for (var line = readResponse(); ; line = readResponse()) {
                if (line.startsWith(tag + " ")) {
                    return new RawReply(List.copyOf(untagged), line.substring(tag.length() + 1));
                }
                untagged.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Read so far: " + untagged, e);
        }
    }

    /** The next untagged line or continuation request, with its literals; waits for it. */
    public String next() {
        try {
            return readResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates and subscribes a mailbox; one that is there already is fine. */
    public RawImap create(String mailbox) {
        send("CREATE " + named(mailbox));
        send("SUBSCRIBE " + named(mailbox)).orThrow();
        return this;
    }

    /** Opens a mailbox for reading and writing. */
    public RawReply select(String mailbox) {
        return send("SELECT " + named(mailbox)).orThrow();
    }

    /** The names of all mailboxes, decoded, as LIST gives them. */
    public List<String> mailboxes() {
        return send("LIST \"\" \"*\"").orThrow().mailboxNames();
    }

    /** The names of all mailboxes in the person's list, decoded, as LSUB gives them. */
    public List<String> subscriptions() {
        return send("LSUB \"\" \"*\"").orThrow().mailboxNames();
    }

    /** How many messages STATUS counts. */
    public long count(String mailbox) {
        return status(mailbox, "MESSAGES");
    }

    /** One number of STATUS, such as {@code UIDVALIDITY}. */
    public long status(String mailbox, String item) {
        return send("STATUS " + named(mailbox) + " (" + item + ")").orThrow().number(item);
    }

    /**
     * The UIDs of the selected mailbox that match, in the server's order; criteria such as {@code
     * ALL}.
     */
    public List<Long> search(String criteria) {
        return send("UID SEARCH " + criteria).orThrow().numbersAfter("SEARCH");
    }

    /** The flags of one message of the selected mailbox, {@code \Recent} left out. */
    public Set<String> flags(long uid) {
        return send("UID FETCH " + uid + " (FLAGS)").orThrow().flags();
    }

    /** The octets of one message of the selected mailbox; its flags stay as they are. */
    public byte[] body(long uid) {
        return send("UID FETCH " + uid + " (BODY.PEEK[])").orThrow().firstLiteral();
    }

    /**
     * Appends one message without flags, dated now; the answer has the APPENDUID where the server
     * tells it.
     */
    public RawReply append(String mailbox, byte[] message) {
        return append(mailbox, "", message);
    }

    /** Appends one message; {@code options} is empty or flags and date as APPEND writes them. */
    public RawReply append(String mailbox, String options, byte[] message) {
        var tag = nextTag();
        var between = options.isEmpty() ? " " : " " + options + " ";
        write(tag + " APPEND " + named(mailbox) + between + "{" + message.length + "}\r\n");
        var first = next();
        if (first.startsWith(tag)) {
            return new RawReply(List.of(), first.substring(tag.length() + 1));
        }
        write(message);
        write("\r\n");
        return answer(tag);
    }

    /** A mailbox name as it travels: modified UTF-7 (RFC 3501, section 5.1.3), quoted. */
    public static String named(String mailbox) {
        return quoted(ModifiedUtf7.encode(mailbox));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Closes the socket without LOGOUT, as a program does that is killed. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String readResponse() throws IOException {
        var text = new StringBuilder(readLine());
        for (var literal = LITERAL.matcher(text); literal.find(); literal = LITERAL.matcher(text)) {
            var octets = in.readNBytes(Integer.parseInt(literal.group(1)));
            text.append("\r\n").append(new String(octets, StandardCharsets.ISO_8859_1));
            text.append(readLine());
        }
        return text.toString();
    }

    private String readLine() throws IOException {
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
}
