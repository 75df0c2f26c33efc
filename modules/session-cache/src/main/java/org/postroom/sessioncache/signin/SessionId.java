package org.postroom.sessioncache.signin;

/**
 * Names a session without opening it: the SHA-256 of the cookie's first half, in base64url. No
 * secret.
 *
 * @param value 43 characters
 */
public record SessionId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
