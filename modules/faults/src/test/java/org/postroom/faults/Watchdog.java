package org.postroom.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sees to it that no process outlives this JVM, however that ends. */
final class Watchdog {

    /** Reads who began and who ended; when nobody tells it any more, ends who is left. */
    private static final String SCRIPT =
            "all=' '; while read -r sign pid; do"
                    + " case $sign in +) all=\"$all$pid \";;"
                    + " -) all=$(printf %s \"$all\" | sed \"s/ $pid / /\");; esac; done;"
                    + " for pid in $all; do kill -KILL -$pid; done";

    private static final Process SHELL = start();

    private Watchdog() {}

    static void begins(Process process) {
        tell("+ " + process.pid());
        process.onExit().thenRun(() -> tell("- " + process.pid()));
    }

    private static synchronized void tell(String line) {
        try {
            SHELL.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            SHELL.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start() {
        try {
            return new ProcessBuilder(List.of("setsid", "sh", "-c", SCRIPT))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
