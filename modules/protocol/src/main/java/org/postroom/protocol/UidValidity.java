package org.postroom.protocol;

/**
 * The generation of a mailbox's {@link Uid}s: when it changes, all of them have lost their meaning
 * (RFC 9051 §2.3.1.1).
 *
 * @param value 1 to 4294967295
 */
public record UidValidity(long value) {

    public UidValidity {
        if (value < 1 || value > Uid.MAX) {
            throw new IllegalArgumentException(
                    "A UIDVALIDITY is from 1 to " + Uid.MAX + ", not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
