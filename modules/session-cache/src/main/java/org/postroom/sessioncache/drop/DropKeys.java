package org.postroom.sessioncache.drop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a message of a drop is found by again. Message-ID is no part of it: two messages may have
 * the same.
 */
final class DropKeys {

    private DropKeys() {}

    /** By what the server calls it (UIDL), where that is its alone. */
    static String named(String uidl) {
        return hash(("uidl\n" + uidl).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * By its header and size, where the server has no name for it.
     *
     * @param number from 1, of those in the drop that are equal even in this
     */
    static String unnamed(String headerHash, long size, int number) {
        String text = "header\n" + headerHash + "\n" + size + "\n" + number;
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A hash of a header block with its empty line. */
    static String header(byte[] header) {
        return hash(header);
    }

    private static String hash(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256().digest(octets));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
