package org.postroom.sessioncache.signin;

/**
 * A sign-in under way. It counts as failed until {@link SignInLimits} is told otherwise, so that
 * many at the same time are as limited as one after the other.
 *
 * @param key what its failure is counted under: a hash of account and network
 */
public record SignInAttempt(String key) {}
