package org.postroom.faults;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What people noticed of a fault.
 *
 * @param people how many saw an error or waited for more than two seconds
 * @param errors how often which
 * @param longest how long one thing took at most, repeated until it worked; nanoseconds
 * @param recovery from the end of the fault until the last who was disturbed could go on;
 *     nanoseconds
 */
record Finding(String fault, int people, String errors, long longest, long recovery) {

    private static final double NANOS = 1e9;
    private static final String HEAD =
            """
            | fault | people who noticed | errors they saw | longest wait (s) | recovery (s) |
            | --- | ---: | --- | ---: | ---: |
            """;

    static String table(List<Finding> all) {
        return all.stream().map(Finding::line).collect(Collectors.joining("", HEAD, ""));
    }

    double recoverySeconds() {
        return recovery / NANOS;
    }

    private String line() {
        return "| %s | %d | %s | %.1f | %.1f |%n"
                .formatted(
                        fault,
                        people,
                        errors.isEmpty() ? "none" : errors,
                        longest / NANOS,
                        recovery / NANOS);
    }
}
