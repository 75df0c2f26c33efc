package org.postroom.sessioncache.signin;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The two halves of a cookie's value: what the session is found by, and what opens it. Both are
 * secrets.
 */
final class SessionCookie {

    private static final int HALF = 32;

    private final byte[] id;
    private final byte[] key;

    private SessionCookie(byte[] both) {
        id = new byte[HALF];
        key = new byte[HALF];
        ByteBuffer.wrap(both).get(id).get(key);
    }

    static SessionCookie create() {
        return new SessionCookie(Cryptography.random(2 * HALF));
    }

    /** Empty for a value that was never given out. */
    static Optional<SessionCookie> parse(String value) {
        return Cryptography.fromBase64Url(value, 2 * HALF).map(SessionCookie::new);
    }

    String value() {
        return Cryptography.base64Url(ByteBuffer.allocate(2 * HALF).put(id).put(key).array());
    }

    SessionId sessionId() {
        return new SessionId(Cryptography.base64Url(Cryptography.sha256(id)));
    }

    byte[] key() {
        return key.clone();
    }

    CsrfSecret csrf() {
        return new CsrfSecret(Cryptography.derive(key, new byte[0], "postroom csrf 1"));
    }

    @Override
    public String toString() {
        return "SessionCookie[hidden]";
    }
}
