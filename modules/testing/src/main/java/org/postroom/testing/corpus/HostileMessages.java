package org.postroom.testing.corpus;

import java.util.List;
import java.util.stream.Stream;

/** All hostile and broken samples. */
public final class HostileMessages {
    private static final List<HostileMessage> ALL =
            Stream.of(
                            HostileHeaders.all(),
                            HostileStructures.all(),
                            HostileHtml.all(),
                            HostileNames.all())
                    .flatMap(List::stream)
                    .toList();

    private HostileMessages() {}

    /** Every sample, always in the same order. */
    public static List<HostileMessage> all() {
        return ALL;
    }

    /** One sample; IllegalArgumentException when there is none of this name. */
    public static HostileMessage named(String name) {
        return ALL.stream()
                .filter(message -> message.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("No hostile message is called " + name));
    }
}
