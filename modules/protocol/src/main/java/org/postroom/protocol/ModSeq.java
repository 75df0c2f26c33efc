package org.postroom.protocol;

/**
 * A modification sequence: each change of a message's flags raises it (RFC 7162 §3.1).
 *
 * @param value 1 to 2^63 - 1
 */
public record ModSeq(long value) implements Comparable<ModSeq> {

    public ModSeq {
        if (value < 1) {
            throw new IllegalArgumentException("A MODSEQ is positive, not " + value);
        }
    }

    @Override
    public int compareTo(ModSeq other) {
        return Long.compare(value, other.value);
    }
}
