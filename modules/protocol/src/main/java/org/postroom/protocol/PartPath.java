package org.postroom.protocol;

import java.util.Arrays;

/**
 * Where a part stands in its message: {@code 1.2}, or empty for the message itself (RFC 9051
 * §6.4.5.1).
 *
 * @param value numbers from 1 to 9999, at most 60 of them, joined by dots
 */
public record PartPath(String value) {

    /** The whole message. */
    public static final PartPath MESSAGE = new PartPath("");

    private static final int MAX_DEPTH = 60;

    public PartPath {
        String[] numbers = value.isEmpty() ? new String[0] : value.split("\\.", -1);
        if (numbers.length > MAX_DEPTH
                || !Arrays.stream(numbers).allMatch(PartPath::isPartNumber)) {
            throw new IllegalArgumentException("Not the path of a part");
        }
    }

    private static boolean isPartNumber(String text) {
        return !text.isEmpty()
                && text.length() <= 4
                && text.charAt(0) != '0'
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The path of this part's n-th child, n from 1. */
    public PartPath child(int n) {
        return new PartPath(value.isEmpty() ? Integer.toString(n) : value + "." + n);
    }

    @Override
    public String toString() {
        return value;
    }
}
