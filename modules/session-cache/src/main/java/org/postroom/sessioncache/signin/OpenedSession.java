package org.postroom.sessioncache.signin;

import java.time.Duration;
import java.util.Optional;

/**
 * A new session, and the value that its cookie must have: {@code base64url(id ‖ key)}. The value is
 * a secret and is not in the text form.
 *
 * @param cookieMaxAge how long the browser is to keep the cookie; empty: until it is closed
 */
public record OpenedSession(
        SignedInSession session, String cookieValue, Optional<Duration> cookieMaxAge) {

    @Override
    public String toString() {
        return "OpenedSession[" + session.id() + "]";
    }
}
