package org.postroom.app.signin;

/**
 * The kind of mailbox, and the server that a person may type in.
 *
 * @param open whether the fields are unfolded
 * @param kind auto, imap or pop3
 * @param byHand whether the operator allows typed servers; without that only the kind is chosen
 * @param host as typed, may be empty
 * @param port as typed, may be empty
 * @param security tls, starttls or none
 * @param cleartext whether the operator allows none
 */
public record ServerFields(
        boolean open,
        String kind,
        boolean byHand,
        String host,
        String port,
        String security,
        boolean cleartext) {

    /** Nothing is typed yet. */
    static final ServerFields BLANK = new ServerFields(false, "auto", true, "", "", "tls", false);

    /** What was typed. */
    static ServerFields of(SignInForm form) {
        boolean used = !form.host().isEmpty() || !form.kind().equals("auto");
        return new ServerFields(
                used, form.kind(), true, form.host(), form.port(), form.security(), false);
    }

    ServerFields allowing(boolean typedServers, boolean noEncryption) {
        return new ServerFields(open, kind, typedServers, host, port, security, noEncryption);
    }
}
