package org.postroom.testing.server;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A POP3 server inside this JVM that does what a test tells it: well-behaved with three messages in
 * its one drop until a command comes for which there is another play. What is marked goes at QUIT,
 * and only then; who comes while somebody has a session hears {@code [IN-USE]}.
 */
public final class ScriptedPop3Server implements AutoCloseable {
    private final ScriptedDrop drop = new ScriptedDrop();
    private final Playhouse house =
            new Playhouse(Play.says("+OK ready"), (stage, _) -> this.hold(stage));

    private ScriptedPop3Server() {
        messages(
                DropMessage.of("u1", "First", "One."),
                DropMessage.of("u2", "Second", ".Two begins with a dot."),
                DropMessage.of("u3", "Third", "Three."));
    }

    /** Starts one that behaves well and takes every login name and password. */
    public static ScriptedPop3Server start() {
        return new ScriptedPop3Server();
    }

    /** What every new connection sees first. */
    public ScriptedPop3Server greeting(Play play) {
        house.greeting(play);
        return this;
    }

    /**
     * From now on answers commands that begin like this so; the latest rule that fits wins.
     *
     * @param command a regular expression for the beginning of the command, case ignored: {@code
     *     RETR 2}
     */
    public ScriptedPop3Server on(String command, Play play) {
        house.on(command, play);
        return this;
    }

    /** What CAPA lists, before and after the login. */
    public ScriptedPop3Server capabilities(String... lines) {
        drop.offer(List.of(lines));
        return this;
    }

    /** From now on takes this password only; others hear {@code [AUTH]}. */
    public ScriptedPop3Server password(String password) {
        drop.demand(password);
        return this;
    }

    /** What the drop holds from now on, for sessions that begin after this. */
    public ScriptedPop3Server messages(DropMessage... messages) {
        return messages(List.of(messages));
    }

    /** What the drop holds from now on, for sessions that begin after this. */
    public ScriptedPop3Server messages(List<DropMessage> messages) {
        drop.hold(messages);
        return this;
    }

    /** What the drop holds now. */
    public List<DropMessage> messages() {
        return drop.messages();
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return house.port();
    }

    /**
     * All commands and SASL responses, from all connections, in order; their octets as ISO 8859-1.
     */
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

    private void hold(Stage stage) throws IOException {
        try (var session = new Pop3Session(drop)) {
            Optional<String> command = stage.hear();
            while (command.isPresent()) {
                house.answer(stage, "@", command.get(), session::answer);
                command = stage.hear();
            }
        }
    }

    @Override
    public void close() {
        house.close();
    }
}
