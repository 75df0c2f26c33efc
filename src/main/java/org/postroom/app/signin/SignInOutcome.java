package org.postroom.app.signin;

import java.time.Duration;
import java.util.Optional;
import org.postroom.protocol.MailException;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.sessioncache.signin.OpenedSession;

/** What came of an attempt to sign in. */
sealed interface SignInOutcome {

    /** The mail server let the person in. */
    record In(OpenedSession session) implements SignInOutcome {}

    /** The mail server refused the name or the password, and does not say which. */
    record Refused() implements SignInOutcome {}

    /** A server outside the address's own domain was found; the password has not gone there yet. */
    record Ask(String host) implements SignInOutcome {}

    /** No server is known for this address. */
    record NoServer() implements SignInOutcome {}

    /** There is a server for this address, but it does not speak the protocol that was chosen. */
    record OtherKind(Protocol chosen, Protocol known) implements SignInOutcome {}

    /** Addresses of this domain do not sign in here. */
    record NotHere() implements SignInOutcome {}

    /** Too many attempts; the mail server was not asked. */
    record Wait(Duration time) implements SignInOutcome {}

    /**
     * The mail server wants a pause since the last session, and has not looked at the password.
     *
     * @param pause how long, where it told that
     */
    record Delayed(String host, Optional<Duration> pause) implements SignInOutcome {}

    /**
     * The mail server could not be asked.
     *
     * @param operatorGiven whether the person may be told why
     */
    record Failed(MailException why, String host, boolean operatorGiven) implements SignInOutcome {}
}
