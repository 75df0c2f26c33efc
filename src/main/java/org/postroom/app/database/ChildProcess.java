package org.postroom.app.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Short commands that are waited for, and the surroundings that every child gets. */
final class ChildProcess {

    private static final Path ANYWHERE = Path.of("/");

    private ChildProcess() {}

    /** How a command ended; its output holds the error stream too. */
    record Outcome(int code, String output) {
        boolean succeeded() {
            return code == 0;
        }
    }

    static Outcome run(List<String> command) {
        return run(command, "");
    }

    /** Runs a command to its end, with the text as its input. */
    static Outcome run(List<String> command, String input) {
        try {
            Process process = builder(command).redirectErrorStream(true).start();
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input);
            }
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Postroom was stopped while it started.", e);
        }
    }

    /** A server whose output goes to the end of a file. */
    static Process start(List<String> command, File output) throws IOException {
        return builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start();
    }

    /** Nothing of our environment, secrets above all, goes to a child. */
    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(ANYWHERE.toFile());
        Map<String, String> environment = builder.environment();
        String path = System.getenv("PATH");
        environment.clear();
        environment.put("LC_ALL", "C");
        environment.put("PATH", path == null ? "/usr/bin:/bin" : path);
        return builder;
    }
}
