package org.postroom.testing.server;

import java.io.IOException;
import java.time.Duration;

/**
 * What a scripted server does at one point of a conversation: says its greeting, or answers a
 * command.
 */
@FunctionalInterface
public interface Play {
    /** Acts; an IOException or the end of the stage ends the connection. */
    void on(Stage stage) throws IOException;

    /**
     * Says lines, each with CRLF; {@code @} at the start of a line becomes the tag of the command,
     * where the protocol has tags.
     */
    static Play says(String... lines) {
        return stage -> stage.say(lines);
    }

    /** Says octets as they are, ISO 8859-1, without adding a line end; {@code @} stays. */
    static Play saysRaw(String octets) {
        return stage -> stage.write(octets);
    }

    /** What the server would do without this play. */
    static Play behaves() {
        return Stage::behave;
    }

    /** The same, but the client hears nothing of it. */
    static Play behavesMutely() {
        return Stage::behaveMutely;
    }

    /** First this, then that. */
    default Play then(Play next) {
        return stage -> {
            on(stage);
            next.on(stage);
        };
    }

    /** Resets the connection. */
    static Play cuts() {
        return Stage::cut;
    }

    /** Closes the connection politely. */
    static Play closes() {
        return Stage::close;
    }

    /** Says nothing more until the client goes away. */
    static Play stalls() {
        return Stage::awaitClient;
    }

    /** Says the start once and the rest again and again, until the client goes away. */
    static Play endless(String start, String rest) {
        return stage -> stage.repeat(start, rest);
    }

    /**
     * Says lines with one octet at a time, which no limit on single reads notices; each waits for
     * nothing.
     */
    static Play drips(String line, Duration pause) {
        return stage -> stage.drip(line + "\r\n", pause);
    }
}
