package org.postroom.sessioncache.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What the CSRF tokens of one session are made from; its text form does not hold it. */
public final class CsrfSecret {

    /** How many octets the random value of a sign-in page's cookie has. */
    private static final int PRE_SESSION_OCTETS = 32;

    private final byte[] octets;

    CsrfSecret(byte[] octets) {
        this.octets = octets.clone();
    }

    /** A value for the cookie of a sign-in page, where there is no session yet: new and random. */
    public static String newPreSessionCookie() {
        return Cryptography.base64Url(Cryptography.random(PRE_SESSION_OCTETS));
    }

    /** The secret behind the value of such a cookie; any text has one. */
    public static CsrfSecret ofPreSession(String cookieValue) {
        return new CsrfSecret(
                Cryptography.derive(
                        cookieValue.getBytes(StandardCharsets.UTF_8),
                        new byte[0],
                        "postroom csrf before sign-in 1"));
    }

    byte[] octets() {
        return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CsrfSecret secret && MessageDigest.isEqual(secret.octets, octets);
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "CsrfSecret[hidden]";
    }
}
