package org.postroom.sessioncache.signin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operator's secret, and the one before it while it is being changed; its text form holds
 * neither.
 */
public final class OperatorSecret {

    /** How many octets it has at the least. */
    public static final int MIN_LENGTH = 32;

    private final byte[] current;
    private final Optional<byte[]> previous;

    /**
     * Both are taken as copies.
     *
     * @throws IllegalArgumentException when one is shorter than {@link #MIN_LENGTH}
     */
    public OperatorSecret(byte[] current, Optional<byte[]> previous) {
        this.current = checked(current);
        this.previous = previous.map(OperatorSecret::checked);
    }

    private static byte[] checked(byte[] secret) {
        if (secret.length < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "The operator's secret has at least "
                            + MIN_LENGTH
                            + " bytes, not "
                            + secret.length);
        }
        return secret.clone();
    }

    byte[] current() {
        return current.clone();
    }

    /** The current one first. */
    List<byte[]> all() {
        return Stream.concat(Stream.of(current), previous.stream()).map(byte[]::clone).toList();
    }

    /** A key of 32 octets for one purpose, made from the current secret. */
    public byte[] key(String purpose) {
        return Cryptography.derive(current, new byte[0], purpose);
    }

    /** The keys that proofs of one purpose may have been made with, the current one first. */
    public List<byte[]> keys(String purpose) {
        return all().stream()
                .map(secret -> Cryptography.derive(secret, new byte[0], purpose))
                .toList();
    }

    @Override
    public String toString() {
        return "OperatorSecret[hidden]";
    }
}
