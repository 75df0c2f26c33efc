package org.postroom.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the server program, from its launch to its end. */
final class RunningServer {

    private static final int START_SECONDS = 120;
    private static final int POLL_MILLISECONDS = 20;
    private static final int LEFT_OVER_SECONDS = 30;
    private static final long LARGEST_LOG = 8L << 20;

    private final Process process;
    private final Path data;
    private final Path log;
    private final long logStart;
    private final PostgresBinaries binaries;
    private final ServerUser user;

    private RunningServer(
            Process process,
            Path data,
            Path log,
            long logStart,
            PostgresBinaries binaries,
            ServerUser user) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.logStart = logStart;
        this.binaries = binaries;
        this.user = user;
    }

    static RunningServer launch(
            List<String> command, Path data, PostgresBinaries binaries, ServerUser user)
            throws IOException {
        Path log = data.resolveSibling("server.log");
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.delete(log);
        }
        OwnerOnly.createFile(log);
        long start = Files.size(log);
        Process process = ChildProcess.start(user.detached(command), log.toFile());
        return new RunningServer(process, data, log, start, binaries, user);
    }

    /**
     * Ends what a killed Postroom left behind. The caller holds the lock of the data directory, so
     * a server that is still there has no owner.
     */
    static void endLeftOver(Path data, PostgresBinaries binaries, ServerUser user)
            throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (isServer(pid(pidFile))) {
            stop(data, "fast", LEFT_OVER_SECONDS, binaries, user);
        } else {
            // Another program may have got the number since; PostgreSQL would then refuse to start.
            Files.deleteIfExists(pidFile);
        }
    }

    /** Waits until it takes connections; false when it ended instead. */
    boolean awaitReady() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!saysReady()) {
            if (endsWithin(POLL_MILLISECONDS) || System.nanoTime() > deadline) {
                process.destroyForcibly();
                return false;
            }
        }
        return true;
    }

    boolean portWasTaken() throws IOException {
        return lastWords().contains("could not bind");
    }

    CannotStart failure() throws IOException {
        return new CannotStart(
                "The private PostgreSQL did not start; it said (in %s): %s"
                        .formatted(log, lastWords().strip()));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it, by force when it does not follow. */
    void stop(int seconds) {
        if (process.isAlive()) {
            stop(data, "fast", seconds, binaries, user);
        }
        if (!endsWithin(TimeUnit.SECONDS.toMillis(1))) {
            process.destroyForcibly();
        }
    }

    private static void stop(
            Path data, String mode, int seconds, PostgresBinaries binaries, ServerUser user) {
        ChildProcess.run(
                user.command(
                        List.of(
                                binaries.program("pg_ctl"),
                                "--pgdata=" + data,
                                "--mode=" + mode,
                                "--timeout=" + seconds,
                                "--wait",
                                "stop")));
    }

    /**
     * PostgreSQL writes its state into the eighth line of this file (pg_ctl reads it there too).
     */
    private boolean saysReady() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.size() >= 8
                && lines.getFirst().strip().equals(Long.toString(process.pid()))
                && lines.get(7).strip().equals("ready");
    }

    private boolean endsWithin(long milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private String lastWords() throws IOException {
        String all = Files.readString(log);
        return all.substring((int) Math.min(logStart, all.length()));
    }

    private static long pid(Path pidFile) throws IOException {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).orElse(-1L);
        } catch (UncheckedIOException | NumberFormatException _) {
            return -1; // Half written when the machine stopped.
        }
    }

    private static boolean isServer(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .filter(command -> Path.of(command).endsWith("postgres"))
                .isPresent();
    }
}
