package org.postroom.soak;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, which may be killed at any moment. */
final class DropProcess implements AutoCloseable {

    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private static final Path ARCHIVE = Path.of("target", "soak", "program.jsa");

    private final Process process;
    private final BufferedReader out;
    private final File log;

    private DropProcess(Process process, File log) {
        this.process = process;
        this.log = log;
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it, and waits until it is ready to sign in. */
    static DropProcess start(Map<String, String> properties, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Quick to start, and bounded: a message may be larger than this heap.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx96m"));
        command.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + ARCHIVE));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", PROGRAM.toString()));
        try {
            Process started =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            DropProcess program = new DropProcess(started, log.toFile());
            program.await("READY");
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it sign in and do its work until it is killed or its input ends. */
    void go() {
        say("GO");
    }

    /** What keeps it from its work now, {@code NONE} when nothing does. */
    String trouble() {
        say("TROUBLE?");
        return await("TROUBLE");
    }

    private void say(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line that begins so, and gives the rest of it. */
    String await(String word) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(word)) {
                    return line.substring(word.length()).strip();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("The program ended without " + word + ", see " + log);
    }

    /** SIGKILL; it is dead when this returns. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    private boolean isAlive() {
        return process.isAlive();
    }

    /** Ends its input, which ends its work in good order; does nothing after {@link #kill}. */
    @Override
    public void close() {
        if (!isAlive()) {
            return;
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The program does not end, see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            kill();
        }
    }
}
