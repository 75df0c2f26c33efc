package org.postroom.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** A clock that is wrong, by Debian's libfaketime. */
final class Clock {

    private Clock() {}

    /** The environment of a process whose clock is ahead; what it measures stays right. */
    static Map<String, String> ahead(Duration by) {
        return Map.of(
                "LD_PRELOAD",
                library().toString(),
                "FAKETIME",
                "+" + by.toSeconds(),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Or a JVM waits for ever when it wants to wait for a moment.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    private static Path library() {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return folders.map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("libfaketime is missing"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
