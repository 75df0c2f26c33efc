package org.postroom.app.listing;

import java.util.Locale;
import org.postroom.app.layout.BadInput;
import org.postroom.protocol.SortOrder;
import org.postroom.protocol.SortOrder.Key;

/** The orders that a person can choose, and their words in addresses and marks. */
public final class Sorting {

    private Sorting() {}

    /** The word of a key: {@code date}, {@code from}, {@code subject}, {@code size}. */
    public static String word(Key key) {
        return key.name().toLowerCase(Locale.ROOT);
    }

    /** The order that a first click on a key gives: newest and largest first, names from A. */
    public static SortOrder first(Key key) {
        return switch (key) {
            case DATE, SIZE -> new SortOrder(key, true);
            case FROM, SUBJECT -> new SortOrder(key, false);
        };
    }

    static SortOrder of(String word, boolean reversed) {
        for (Key key : Key.values()) {
            if (word(key).equals(word)) {
                SortOrder first = first(key);
                return reversed ? new SortOrder(key, !first.descending()) : first;
            }
        }
        throw new BadInput(BadInput.Reason.ADDRESS);
    }
}
