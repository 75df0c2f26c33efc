package org.postroom.app.listing;

import org.postroom.app.layout.BadInput;

/** Whole numbers in addresses. */
public final class Numbers {

    private static final int DIGITS = 12;

    private Numbers() {}

    /**
     * Reads a number from 1 to a maximum.
     *
     * @throws BadInput for every other text
     */
    public static long parse(String text, long max) {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= DIGITS
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long number = digits ? Long.parseLong(text) : 0;
        if (number < 1 || number > max) {
            throw new BadInput(BadInput.Reason.ADDRESS);
        }
        return number;
    }
}
