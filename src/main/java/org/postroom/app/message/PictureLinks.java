package org.postroom.app.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postroom.sessioncache.signin.OperatorSecret;

/**
 * Where remote pictures that a reader asked for come from: from us, never from the sender's server.
 * A link proves itself, because the frame of a message has neither cookie nor session.
 */
@ApplicationScoped
class PictureLinks {

    /** The longest URL, in octets, that still fits into a request of ours. */
    private static final int LONGEST = 4_096;

    /** Links that are made within these seconds are the same, so that a browser may keep them. */
    private static final long STEP = 1_800;

    private static final String PURPOSE = "postroom picture link 1";
    private static final String PATH = "/pictures/";

    @Inject OperatorSecret secret;
    @Inject Clock clock;

    /** A link that was ours: the picture's own URL, and until when the link leads there. */
    record Remote(String url, Instant expiry) {}

    /** Our address of a remote picture, for half an hour to one hour; empty when it is too long. */
    Optional<String> link(String url) {
        byte[] octets = url.getBytes(StandardCharsets.UTF_8);
        if (octets.length > LONGEST) {
            return Optional.empty();
        }
        long expiry = (clock.instant().getEpochSecond() / STEP + 2) * STEP;
        byte[] mac = mac(secret.key(PURPOSE), expiry, octets);
        ByteBuffer proof = ByteBuffer.allocate(Long.BYTES + mac.length).putLong(expiry).put(mac);
        return Optional.of(PATH + base64(proof.array()) + "/" + base64(octets));
    }

    /** What a link leads to; empty when it is none of ours, or too old. */
    Optional<Remote> opened(String proof, String url) {
        try {
            return opened(
                    ByteBuffer.wrap(Base64.getUrlDecoder().decode(proof)),
                    Base64.getUrlDecoder().decode(url));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Remote> opened(ByteBuffer proof, byte[] url) {
        if (proof.remaining() <= Long.BYTES) {
            return Optional.empty();
        }
        long expiry = proof.getLong();
        byte[] mac = new byte[proof.remaining()];
        proof.get(mac);
        boolean ours =
                secret.keys(PURPOSE).stream()
                        .anyMatch(key -> MessageDigest.isEqual(mac(key, expiry, url), mac));
        return ours && clock.instant().getEpochSecond() < expiry
                ? Optional.of(
                        new Remote(
                                new String(url, StandardCharsets.UTF_8),
                                Instant.ofEpochSecond(expiry)))
                : Optional.empty();
    }

    private static byte[] mac(byte[] key, long expiry, byte[] url) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(expiry).array());
            return mac.doFinal(url);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The Java platform lacks HMAC-SHA256", e);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** The source that the body's Content-Security-Policy allows. */
    String source(String origin) {
        return origin + PATH;
    }
}
