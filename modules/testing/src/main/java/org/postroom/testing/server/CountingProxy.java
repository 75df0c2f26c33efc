package org.postroom.testing.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the plain IMAP or POP3 port of a server: hands everything on, writes down the names
 * of the commands, and cuts, stalls or refuses connections when a test says so.
 */
public final class CountingProxy implements AutoCloseable {
    private final int target;
    private final Supplier<CommandReader> readers;
    private final int port;
    private final CommandLog log = new CommandLog();
    private final ProxyFaults faults = new ProxyFaults();
    private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();
    private @Nullable Door door;

    private CountingProxy(int target, Supplier<CommandReader> readers) {
        this.target = target;
        this.readers = readers;
        this.port = open(0);
    }

    /** A proxy on a free port of 127.0.0.1 before another port there. */
    public static CountingProxy before(int target) {
        return new CountingProxy(target, ImapCommandReader::new);
    }

    /** The same before a port of plain POP3. */
    public static CountingProxy beforePop3(int target) {
        return new CountingProxy(target, Pop3CommandReader::new);
    }

    /** Where clients connect. */
    public int port() {
        return port;
    }

    /**
     * The names of all commands in the order of their arrival, such as {@code LOGIN}, {@code UID
     * FETCH}.
     */
    public List<String> commands() {
        return log.names();
    }

    /** How often a command came, such as {@code UID FETCH}. */
    public long count(String command) {
        return log.names().stream().filter(command::equals).count();
    }

    /** Forgets the commands until now, so that a test counts from here. */
    public void forgetCommands() {
        log.clear();
    }

    /** How many connections clients have opened, closed ones included. */
    public int connectionCount() {
        return connections.size();
    }

    /** All connections in their order, closed ones included. */
    public List<ProxiedConnection> connections() {
        return List.copyOf(connections);
    }

    /** How many connections are open at this moment. */
    public long openConnections() {
        return connections.stream().filter(ProxiedConnection::isOpen).count();
    }

    /** Resets every open connection, both sides. */
    public void cut() {
        connections.forEach(ProxiedConnection::cut);
    }

    /** The next command of this name is kept from the server, and its connection is cut. */
    public void cutBefore(String command) {
        faults.cutBefore(command);
    }

    /**
     * The next command of this name reaches the server, but its connection is cut instead of an
     * answer.
     */
    public void cutInsteadOfAnswerTo(String command) {
        faults.cutInsteadOfAnswerTo(command);
    }

    /**
     * From now on no octet passes in either direction; connections stay open, and new ones are not
     * greeted.
     */
    public void stall() {
        faults.stall();
    }

    /** What was stalled goes on. */
    public void resume() {
        faults.resume();
    }

    /** Open connections hang for ever, as after a router forgot them; new ones are served. */
    public void abandon() {
        connections.forEach(ProxiedConnection::abandon);
    }

    /** From now on everything passes very slowly, a few octets at a time, or as fast as ever. */
    public void crawl(boolean on) {
        faults.crawl(on);
    }

    /**
     * From now on new connections are refused, as by a machine without a server; open ones stay.
     */
    public synchronized void refuse() {
        if (door != null) {
            door.close();
            door = null;
        }
    }

    /** New connections are let in again, on the same port. */
    public synchronized void accept() {
        if (door == null) {
            open(port);
        }
    }

    private synchronized int open(int wanted) {
        door = Door.open(wanted, this::connect);
        return door.port();
    }

    private void connect(Socket client) throws IOException {
        var server = new Socket(InetAddress.ofLiteral("127.0.0.1"), target);
        var connection = new ProxiedConnection(client, server, readers.get(), log, faults);
        connections.add(connection);
        connection.start();
    }

    @Override
    public void close() {
        refuse();
        faults.resume();
        cut();
    }
}
