package org.postroom.sessioncache.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The few primitives that sessions and tokens need, as the platform has them. */
final class Cryptography {

    private static final int KEY_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Cryptography() {}

    static byte[] random(int length) {
        byte[] octets = new byte[length];
        RANDOM.nextBytes(octets);
        return octets;
    }

    static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** HKDF with SHA-256 (RFC 5869): 32 octets for one purpose. */
    static byte[] derive(byte[] secret, byte[] salt, String purpose) {
        HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract().addIKM(secret);
        HKDFParameterSpec how =
                (salt.length == 0 ? extract : extract.addSalt(salt))
                        .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_LENGTH);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(how);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static String base64Url(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** Empty unless it is base64url without padding, of exactly so many octets. */
    static Optional<byte[]> fromBase64Url(String text, int length) {
        if (text.length() != (length * 4 + 2) / 3
                || !text.chars().allMatch(Cryptography::isBase64Url)) {
            return Optional.empty();
        }
        byte[] octets = Base64.getUrlDecoder().decode(text);
        return base64Url(octets).equals(text) ? Optional.of(octets) : Optional.empty();
    }

    private static boolean isBase64Url(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_';
    }

    static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException(
                "The Java platform lacks an algorithm that it must have", e);
    }
}
