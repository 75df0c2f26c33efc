package org.postroom.testing.server;

import java.io.IOException;

/**
 * What a {@link ScriptedImapServer} does at one point of a conversation: says its greeting, or
 * answers a command.
 */
@FunctionalInterface
public interface ImapPlay {
    /** Acts; an IOException or the end of the stage ends the connection. */
    void on(ImapStage stage) throws IOException;

    /**
     * Says lines, each with CRLF; {@code @} at the start of a line becomes the tag of the command.
     */
    static ImapPlay says(String... lines) {
        return stage -> stage.say(lines);
    }

    /** Says octets as they are, ISO 8859-1, without adding a line end; {@code @} stays. */
    static ImapPlay saysRaw(String octets) {
        return stage -> stage.write(octets);
    }

    /** First this, then that. */
    default ImapPlay then(ImapPlay next) {
        return stage -> {
            on(stage);
            next.on(stage);
        };
    }

    /** Resets the connection. */
    static ImapPlay cuts() {
        return ImapStage::cut;
    }

    /** Says nothing more until the client goes away. */
    static ImapPlay stalls() {
        return ImapStage::awaitClient;
    }

    /** Says goodbye and closes. */
    static ImapPlay bye(String reason) {
        return says("* BYE " + reason).then(ImapStage::close);
    }

    /** Begins a FETCH answer with a literal of so many octets, of which only a few ever come. */
    static ImapPlay announcesLiteral(long octets) {
        return says("* 1 FETCH (UID 1 BODY[] {" + octets + "}", "From: nobody").then(stalls());
    }

    /** A FETCH answer nested so deeply. */
    static ImapPlay parentheses(int depth) {
        return says("* 1 FETCH (UID 1 BODYSTRUCTURE " + "(".repeat(depth), "@ OK done");
    }

    /** One line that never ends. */
    static ImapPlay endlessLine() {
        return says("* OK and so on")
                .then(stage -> stage.repeat("* 1 FETCH (UID 1 FLAGS (", "\\Seen "));
    }

    /** Untagged answers without end. */
    static ImapPlay endlessUntagged(String line) {
        return stage -> stage.repeat("", line + "\r\n");
    }

    /**
     * Says lines with one octet at a time, which no limit on single reads notices; each waits for
     * nothing.
     */
    static ImapPlay drips(String line, java.time.Duration pause) {
        return stage -> stage.drip(line + "\r\n", pause);
    }

    /**
     * Agrees to TLS and says more in the same breath, which a client must not believe afterwards
     * (CVE-2011-0411).
     */
    static ImapPlay injectsAfterStartTls(String line) {
        return says("@ OK begin TLS", line).then(stalls());
    }
}
