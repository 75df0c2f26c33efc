package org.postroom.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process in a group of its own; what it says is in a log. */
final class Child {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    static Child start(Path log, Map<String, String> environment, List<String> command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(with(List.of("setsid"), command))
                            .redirectErrorStream(true)
                            .redirectInput(new File("/dev/null"))
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Child child = new Child(builder.start());
            Watchdog.begins(child.process);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same command for programs that refuse to run as root: then as {@code postgres}. */
    static List<String> unprivileged(List<String> command) {
        return ROOT
                ? with(
                        List.of(
                                "setpriv",
                                "--reuid=postgres",
                                "--regid=postgres",
                                "--clear-groups"),
                        command)
                : command;
    }

    /** Runs a command to its end; IllegalStateException when it fails. */
    static void run(Path log, List<String> command) {
        Child child = start(log, Map.of(), command);
        int status = child.process.onExit().join().exitValue();
        if (status != 0) {
            throw new IllegalStateException(command + " ended with " + status + ", see " + log);
        }
    }

    Process process() {
        return process;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; it is dead when this returns. */
    void kill() {
        signal("KILL");
        await();
    }

    /** Sends a signal to the process and its own children. */
    void signal(String name) {
        run("kill", "-" + name, "--", "-" + process.pid());
    }

    /** Sends a signal to the process alone. */
    void signalAlone(String name) {
        run("kill", "-" + name, Long.toString(process.pid()));
    }

    /** Waits for its end. */
    void await() {
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static void run(String... command) {
        try {
            // It may be dead already: that is as good.
            new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> with(List<String> before, List<String> command) {
        return Stream.concat(before.stream(), command.stream()).toList();
    }
}
