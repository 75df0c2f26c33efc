package org.postroom.sessioncache.local;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The size and the SHA-256 of octets that pass by. */
final class Digest {

    private final MessageDigest sha256 = sha256Digest();
    private long size;

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    void update(byte[] octets, int offset, int length) {
        sha256.update(octets, offset, length);
        size += length;
    }

    long size() {
        return size;
    }

    /** The hash; nothing can be added after it. */
    byte[] sha256() {
        return sha256.digest();
    }
}
