package org.postroom.soak;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Short programs of the operating system. */
final class Commands {

    private Commands() {}

    /** Runs one to its end; true when it says that all went well. */
    static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The same where nothing makes sense when it fails. */
    static void must(String... command) {
        if (!run(command)) {
            throw new IllegalStateException("Failed: " + String.join(" ", command));
        }
    }
}
