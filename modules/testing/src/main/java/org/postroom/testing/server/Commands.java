package org.postroom.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short programs of the operating system. */
final class Commands {
    private Commands() {}

    /** What an ended program left behind. */
    record Result(int status, String output) {}

    /** What the program printed; IllegalStateException when it fails. */
    static String run(String... command) {
        var result = result("", List.of(command));
        if (result.status() != 0) {
            throw new IllegalStateException(command[0] + " failed: " + result.output());
        }
        return result.output().strip();
    }

    /** Runs a program that may fail, with some text on its standard input. */
    static Result result(String input, List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
            }
            var output = process.getInputStream().readAllBytes();
            return new Result(process.waitFor(), new String(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
