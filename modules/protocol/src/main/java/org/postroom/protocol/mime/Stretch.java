package org.postroom.protocol.mime;

/**
 * Where something lies in a message's octets.
 *
 * @param offset of its first octet, from 0
 * @param length in octets
 */
public record Stretch(long offset, long length) {
    public Stretch {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("Not a stretch: " + length + " from " + offset);
        }
    }

    static Stretch between(long from, long to) {
        return new Stretch(from, Math.max(0, to - from));
    }

    /** The offset after its last octet. */
    public long end() {
        return offset + length;
    }
}
