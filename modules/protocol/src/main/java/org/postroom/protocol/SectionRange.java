package org.postroom.protocol;

/**
 * A stretch of a section, in octets (RFC 9051 §6.4.5, partial).
 *
 * @param offset from 0
 * @param length 1 to {@link #MAX_LENGTH}
 */
public record SectionRange(Section section, long offset, int length) {

    /** The longest stretch that one read gives: 4 MiB. */
    public static final int MAX_LENGTH = 4 << 20;

    public SectionRange {
        if (offset < 0 || length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("Not a range: " + length + " octets from " + offset);
        }
    }

    /** The first octets of a section. */
    public static SectionRange first(Section section, int length) {
        return new SectionRange(section, 0, length);
    }
}
