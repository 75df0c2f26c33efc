package org.postroom.sessioncache.signin;

/**
 * How many sign-ins there may be.
 *
 * @param perNetwork sign-ins a minute and client network; 0: any number
 * @param failuresPerAccount failures for one account from one network before the mail server is
 *     left alone for a while; 0: any number
 * @param overall sign-ins a minute from everywhere; 0: any number
 */
public record SignInRules(int perNetwork, int failuresPerAccount, int overall) {

    /** What holds where the operator says nothing. */
    public static final SignInRules DEFAULT = new SignInRules(30, 5, 600);

    public SignInRules {
        if (perNetwork < 0 || failuresPerAccount < 0 || overall < 0) {
            throw new IllegalArgumentException("Limits are not negative; 0 switches one off");
        }
    }
}
