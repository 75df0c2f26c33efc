package org.postroom.sessioncache.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * Limits on guessing, shared by all replicas: sign-ins a minute by client network and overall, and
 * failures by account and network, after which the mail server is not asked again from there for a
 * while that grows. Sessions that live already are never touched.
 */
@ApplicationScoped
public class SignInLimits {

    private final SignInRules rules;
    private final EntityManager database;

    SignInLimits(SignInRules rules, EntityManager database) {
        this.rules = rules;
        this.database = database;
    }

    /**
     * Asks for one sign-in, and counts it.
     *
     * @param loginName as typed; letter case and width do not matter
     */
    @Transactional
    public SignInDecision check(ClientNetwork network, String loginName) {
        throw new IllegalStateException();
    }

    /** The mail server said yes: earlier failures are forgotten. */
    @Transactional
    public void succeeded(SignInAttempt attempt) {}

    /**
     * The mail server gave no answer about the password: the attempt does not count as a failure.
     */
    @Transactional
    public void unanswered(SignInAttempt attempt) {}

    /**
     * Deletes counters that mean nothing any more; for a scheduler.
     *
     * @return how many
     */
    @Transactional
    public long expire() {
        return 0;
    }
}
