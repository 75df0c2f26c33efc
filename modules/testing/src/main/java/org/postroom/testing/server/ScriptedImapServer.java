package org.postroom.testing.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * An IMAP server inside this JVM that does what a test tells it: well-behaved with three messages
 * in INBOX until a command comes for which there is another play.
 */
public final class ScriptedImapServer implements AutoCloseable {
    private static final String CAPABILITIES = "* CAPABILITY IMAP4rev1 UIDPLUS MOVE SPECIAL-USE";
    private static final Plays MANNERS =
            new Plays()
                    .on(".*", Play.says("@ BAD not in the script"))
                    .on("CAPABILITY", Play.says(CAPABILITIES, "@ OK done"))
                    .on(
                            "LOGIN|NOOP|CHECK|CLOSE|UNSELECT|ID|ENABLE|SUBSCRIBE|CREATE",
                            Play.says("@ OK done"))
                    .on("AUTHENTICATE", Play.says("@ NO [CANNOT] use LOGIN"))
                    .on("LIST|LSUB", Play.says("* LIST (\\HasNoChildren) \"/\" INBOX", "@ OK done"))
                    .on(
                            "STATUS",
                            Play.says(
                                    "* STATUS INBOX (MESSAGES 3 UNSEEN 1 UIDNEXT 4 UIDVALIDITY 77)",
                                    "@ OK done"))
                    .on("SELECT|EXAMINE", selected())
                    .on("UID SEARCH", Play.says("* SEARCH 1 2 3", "@ OK done"))
                    .on("UID FETCH", Play.says("@ OK nothing to tell"))
                    .on("LOGOUT", Play.says("* BYE bye", "@ OK done").then(Play.closes()));
    private final Playhouse house = new Playhouse(Play.says("* OK ready"), this::hold);

    private ScriptedImapServer() {}

    private static Play selected() {
        return Play.says(
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
    public ScriptedImapServer greeting(Play play) {
        house.greeting(play);
        return this;
    }

    /**
     * From now on answers commands that begin like this so; the latest rule that fits wins.
     *
     * @param command a regular expression for the beginning of what follows the tag, case ignored:
     *     {@code UID FETCH}
     */
    public ScriptedImapServer on(String command, Play play) {
        house.on(command, play);
        return this;
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return house.port();
    }

    /** All commands without their tags, from all connections, in order. */
    public List<String> received() {
        return house.received();
    }

    /** How many connections clients have opened, closed ones included. */
    public int connectionCount() {
        return house.connectionCount();
    }

    /** Resets every open connection. */
    public void cutAll() {
        house.cutAll();
    }

    private void hold(Stage stage, InputStream in) throws IOException {
        var commands = new ScriptedCommands(in, stage);
        for (var command = commands.next(); !command.isEmpty(); command = commands.next()) {
            int space = command.indexOf(' ');
            var tag = space < 0 ? "*" : command.substring(0, space);
            var text = command.substring(space + 1);
            house.answer(stage, tag, text, MANNERS.play(text).orElseThrow());
        }
    }

    @Override
    public void close() {
        house.close();
    }
}
