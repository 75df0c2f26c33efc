package org.postroom.sessioncache.signin;

/** Names that nobody guesses. */
public final class RandomNames {

    private static final int OCTETS = 16;

    private RandomNames() {}

    /** 128 random bits: 22 characters of base64url. */
    public static String next() {
        return Cryptography.base64Url(Cryptography.random(OCTETS));
    }
}
