package org.postroom.protocol;

/**
 * A message's unique identifier within one mailbox under one {@link UidValidity} (RFC 9051
 * §2.3.1.1).
 *
 * @param value 1 to 4294967295
 */
public record Uid(long value) implements Comparable<Uid> {

    /** The largest identifier there can be. */
    public static final long MAX = 0xFFFF_FFFFL;

    public Uid {
        if (value < 1 || value > MAX) {
            throw new IllegalArgumentException("A UID is from 1 to " + MAX + ", not " + value);
        }
    }

    @Override
    public int compareTo(Uid other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
