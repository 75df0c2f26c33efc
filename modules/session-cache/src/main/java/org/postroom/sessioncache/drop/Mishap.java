package org.postroom.sessioncache.drop;

import java.util.Arrays;

/** A mistake of ours for the log: where it is, and nothing of the mail it happened with. */
final class Mishap {

    private Mishap() {}

    static String of(RuntimeException mistake) {
        return Arrays.stream(mistake.getStackTrace())
                .findFirst()
                .map(place -> mistake.getClass().getName() + " at " + place)
                .orElse(mistake.getClass().getName());
    }
}
