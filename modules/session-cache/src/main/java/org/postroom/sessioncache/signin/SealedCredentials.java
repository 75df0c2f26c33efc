package org.postroom.sessioncache.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.Credentials.BearerToken;
import org.postroom.protocol.Credentials.Password;
import org.postroom.protocol.ServerEndpoint;

/**
 * Credentials as the database may hold them: {@code version ‖ nonce ‖ AES-256-GCM}. The key comes
 * by HKDF from the cookie's second half and the operator's secret; session, account and endpoint
 * are associated data, so that a row copied to another place does not open.
 */
final class SealedCredentials {

    private static final byte VERSION = 1;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_LENGTH = 1 + NONCE_LENGTH;
    private static final String PURPOSE = "postroom credentials 1";

    // The length of what is sealed is in the open; rounded up, it tells little about a password.
    private static final int BLOCK = 128;

    private static final byte PASSWORD = 1;
    private static final byte BEARER_TOKEN = 2;

    private SealedCredentials() {}

    /** What the sealed text belongs to. */
    record Place(SessionId session, AccountId account, ServerEndpoint endpoint) {

        byte[] octets() {
            return AccountKey.octets(
                    List.of(
                            session.value(),
                            account.protocol().name(),
                            account.host(),
                            Integer.toString(account.port()),
                            account.loginName(),
                            endpoint.protocol().name(),
                            endpoint.host(),
                            Integer.toString(endpoint.port()),
                            endpoint.security().name()));
        }
    }

    static byte[] seal(Credentials credentials, byte[] key, byte[] secret, Place place) {
        byte[] nonce = Cryptography.random(NONCE_LENGTH);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, secret, nonce, place);
            byte[] sealed = cipher.doFinal(plain(credentials));
            return ByteBuffer.allocate(HEADER_LENGTH + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw Cryptography.missing(e);
        }
    }

    /** Empty when key, secret, place or a single bit is not the one it was sealed with. */
    static Optional<Credentials> open(byte[] sealed, byte[] key, byte[] secret, Place place) {
        if (sealed.length <= HEADER_LENGTH || sealed[0] != VERSION) {
            return Optional.empty();
        }
        byte[] nonce = new byte[NONCE_LENGTH];
        ByteBuffer.wrap(sealed, 1, NONCE_LENGTH).get(nonce);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, secret, nonce, place);
            byte[] plain = cipher.doFinal(sealed, HEADER_LENGTH, sealed.length - HEADER_LENGTH);
            return Optional.of(credentials(ByteBuffer.wrap(plain)));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw Cryptography.missing(e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] secret, byte[] nonce, Place place)
            throws GeneralSecurityException {
        SecretKeySpec aesKey = new SecretKeySpec(Cryptography.derive(key, secret, PURPOSE), "AES");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, aesKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {VERSION});
        cipher.updateAAD(place.octets());
        return cipher;
    }

    private static byte[] plain(Credentials credentials) {
        byte kind = credentials instanceof Password ? PASSWORD : BEARER_TOKEN;
        byte[] texts = AccountKey.octets(List.of(credentials.loginName(), secretOf(credentials)));
        int blocks = (1 + texts.length + BLOCK - 1) / BLOCK;
        return ByteBuffer.allocate(blocks * BLOCK).put(kind).put(texts).array();
    }

    private static String secretOf(Credentials credentials) {
        return switch (credentials) {
            case Password password -> password.password();
            case BearerToken token -> token.token();
        };
    }

    private static Credentials credentials(ByteBuffer plain) {
        byte kind = plain.get();
        String loginName = text(plain);
        String secret = text(plain);
        return switch (kind) {
            case PASSWORD -> new Password(loginName, secret);
            case BEARER_TOKEN -> new BearerToken(loginName, secret);
            default -> throw new IllegalStateException("Credentials of an unknown kind: " + kind);
        };
    }

    private static String text(ByteBuffer plain) {
        byte[] octets = new byte[plain.getInt()];
        plain.get(octets);
        return new String(octets, StandardCharsets.UTF_8);
    }
}
