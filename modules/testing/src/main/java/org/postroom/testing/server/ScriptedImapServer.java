package org.postroom.testing.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * An IMAP server inside this JVM that does what a test tells it: well-behaved with three messages
 * in INBOX until a command comes for which there is another play.
 */
public final class ScriptedImapServer implements AutoCloseable {
    private static final String CAPABILITIES = "* CAPABILITY IMAP4rev1 UIDPLUS MOVE SPECIAL-USE";
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final Door door;
    private volatile ImapPlay greeting = ImapPlay.says("* OK ready");

    private record Rule(Pattern command, ImapPlay play) {}

    private ScriptedImapServer() {
        on(".*", ImapPlay.says("@ BAD not in the script"));
        on("CAPABILITY", ImapPlay.says(CAPABILITIES, "@ OK done"));
        on(
                "LOGIN|NOOP|CHECK|CLOSE|UNSELECT|ID|ENABLE|SUBSCRIBE|CREATE",
                ImapPlay.says("@ OK done"));
        on("AUTHENTICATE", ImapPlay.says("@ NO [CANNOT] use LOGIN"));
        on("LIST|LSUB", ImapPlay.says("* LIST (\\HasNoChildren) \"/\" INBOX", "@ OK done"));
        on(
                "STATUS",
                ImapPlay.says(
                        "* STATUS INBOX (MESSAGES 3 UNSEEN 1 UIDNEXT 4 UIDVALIDITY 77)",
                        "@ OK done"));
        on("SELECT|EXAMINE", selected());
        on("UID SEARCH", ImapPlay.says("* SEARCH 1 2 3", "@ OK done"));
        on("UID FETCH", ImapPlay.says("@ OK nothing to tell"));
        on("LOGOUT", ImapPlay.says("* BYE bye", "@ OK done").then(ImapStage::close));
        door = Door.open(0, this::welcome);
    }

    private static ImapPlay selected() {
        return ImapPlay.says(
                "* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)",
                "* OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft \\*)] all",
                "* 3 EXISTS",
                "* 0 RECENT",
                "* OK [UIDVALIDITY 77] valid",
                "* OK [UIDNEXT 4] next",
                "@ OK [READ-WRITE] selected");
    }

    /** Starts one that behaves well. */
    public static ScriptedImapServer start() {
        return new ScriptedImapServer();
    }

    /** What every new connection sees first. */
    public ScriptedImapServer greeting(ImapPlay play) {
        greeting = play;
        return this;
    }

    /**
     * From now on answers commands that begin like this so; the latest rule that fits wins.
     *
     * @param command a regular expression for the beginning of what follows the tag, case ignored:
     *     {@code UID FETCH}
     */
    public ScriptedImapServer on(String command, ImapPlay play) {
        var pattern =
                Pattern.compile(
                        "(?:" + command + ")(?: .*)?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
        rules.addFirst(new Rule(pattern, play));
        return this;
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return door.port();
    }

    /** All commands without their tags, from all connections, in order. */
    public List<String> received() {
        return List.copyOf(received);
    }

    /** How many connections clients have opened, closed ones included. */
    public int connectionCount() {
        return clients.size();
    }

    /** Resets every open connection. */
    public void cutAll() {
        clients.forEach(ScriptedImapServer::cut);
    }

    private static void cut(Socket client) {
        try {
            if (!client.isClosed()) {
                client.setSoLinger(true, 0);
            }
            client.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void welcome(Socket client) {
        clients.add(client);
        Thread.startVirtualThread(() -> serve(client));
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedInputStream(client.getInputStream());
            var stage = new ImapStage(client, in);
            var commands = new ScriptedCommands(in, stage);
            greeting.on(stage);
            for (var command = commands.next(); !command.isEmpty(); command = commands.next()) {
                answer(stage, command);
            }
        } catch (IOException _) {
            cut(client); // the client went away, or a play ended the connection
        }
    }

    private void answer(ImapStage stage, String command) throws IOException {
        int space = command.indexOf(' ');
        var text = command.substring(space + 1);
        received.add(text);
        stage.answering(space < 0 ? "*" : command.substring(0, space));
        play(text).on(stage);
    }

    private ImapPlay play(String command) {
        return rules.stream()
                .filter(rule -> rule.command.matcher(command).matches())
                .findFirst()
                .map(Rule::play)
                .orElseThrow();
    }

    @Override
    public void close() {
        door.close();
        cutAll();
    }
}
