package org.postroom.sessioncache.signin;

import java.time.Duration;

/** Whether the mail server may be asked about somebody's password. */
public sealed interface SignInDecision {

    /** It may; what came of it is told to {@link SignInLimits} with this attempt. */
    record Allowed(SignInAttempt attempt) implements SignInDecision {}

    /**
     * Not now.
     *
     * @param retryAfter how long from now; at least a second
     */
    record Refused(Duration retryAfter) implements SignInDecision {}
}
