package org.postroom.sessioncache.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * CSRF tokens: {@code mask ‖ (mask XOR HMAC)} in base64url, so that no two are alike and a
 * compressed page tells nothing about them (BREACH).
 */
public final class CsrfTokens {

    private static final int LENGTH = 32;
    private static final byte[] PURPOSE = "postroom form 1".getBytes(StandardCharsets.UTF_8);

    private CsrfTokens() {}

    /** A token for one form, masked anew at each call. */
    public static String issue(CsrfSecret secret) {
        byte[] mask = Cryptography.random(LENGTH);
        byte[] masked = xor(mask, proof(secret));
        return Cryptography.base64Url(
                ByteBuffer.allocate(2 * LENGTH).put(mask).put(masked).array());
    }

    /** Whether the token was issued for this secret; false for every other text. */
    public static boolean matches(CsrfSecret secret, String token) {
        Optional<byte[]> octets = Cryptography.fromBase64Url(token, 2 * LENGTH);
        return octets.filter(both -> MessageDigest.isEqual(unmasked(both), proof(secret)))
                .isPresent();
    }

    private static byte[] unmasked(byte[] both) {
        byte[] mask = new byte[LENGTH];
        byte[] masked = new byte[LENGTH];
        ByteBuffer.wrap(both).get(mask).get(masked);
        return xor(mask, masked);
    }

    private static byte[] proof(CsrfSecret secret) {
        return Cryptography.hmac(secret.octets(), PURPOSE);
    }

    private static byte[] xor(byte[] a, byte[] b) {
        byte[] result = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            result[i] = (byte) (a[i] ^ b[i]);
        }
        return result;
    }
}
