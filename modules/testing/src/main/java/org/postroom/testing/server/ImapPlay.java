package org.postroom.testing.server;

/** What a {@link ScriptedImapServer} may do that only IMAP knows. */
public final class ImapPlay {
    private ImapPlay() {}

    /** Says goodbye and closes. */
    public static Play bye(String reason) {
        return Play.says("* BYE " + reason).then(Play.closes());
    }

    /** Begins a FETCH answer with a literal of so many octets, of which only a few ever come. */
    public static Play announcesLiteral(long octets) {
        return Play.says("* 1 FETCH (UID 1 BODY[] {" + octets + "}", "From: nobody")
                .then(Play.stalls());
    }

    /** A FETCH answer nested so deeply. */
    public static Play parentheses(int depth) {
        return Play.says("* 1 FETCH (UID 1 BODYSTRUCTURE " + "(".repeat(depth), "@ OK done");
    }

    /** One line that never ends. */
    public static Play endlessLine() {
        return Play.says("* OK and so on")
                .then(Play.endless("* 1 FETCH (UID 1 FLAGS (", "\\Seen "));
    }

    /** Untagged answers without end. */
    public static Play endlessUntagged(String line) {
        return Play.endless("", line + "\r\n");
    }

    /**
     * Agrees to TLS and says more in the same breath, which a client must not believe afterwards
     * (CVE-2011-0411).
     */
    public static Play injectsAfterStartTls(String line) {
        return Play.says("@ OK begin TLS", line).then(Play.stalls());
    }
}
