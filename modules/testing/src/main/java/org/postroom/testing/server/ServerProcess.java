package org.postroom.testing.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server's master process in a process group of its own, which never outlives this JVM: a
 * shutdown hook kills it, and if the JVM itself is killed, a shell that sees its input end does.
 */
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Process master;
    private final Process watchdog;
    private final List<ServerFolder> folders;
    private boolean ended;

    private ServerProcess(Process master, List<ServerFolder> folders) throws IOException {
        this.master = master;
        this.folders = folders;
        this.watchdog = watch(master.pid(), folders);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(this::close, "end of " + folders.getFirst().path()));
    }

    /** Starts in the first of the folders; all of them end with the server. */
    static ServerProcess start(List<ServerFolder> folders, List<String> command) {
        var folder = folders.getFirst();
        try {
            var master =
                    new ProcessBuilder(inGroupOfItsOwn(command))
                            .directory(folder.path().toFile())
                            .redirectErrorStream(true)
                            .redirectInput(new File("/dev/null"))
                            .redirectOutput(folder.resolve("output.log").toFile())
                            .start();
            return new ServerProcess(master, folders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> inGroupOfItsOwn(List<String> command) {
        return Stream.concat(Stream.of("setsid"), command.stream()).toList();
    }

    private static Process watch(long pid, List<ServerFolder> folders) throws IOException {
        var script = "cat >/dev/null; kill -KILL -$0 $0; sleep 1; rm -rf \"$@\"";
        var command = new ArrayList<>(List.of("setsid", "sh", "-c", script, Long.toString(pid)));
        folders.forEach(folder -> command.add(folder.path().toString()));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /**
     * Waits until a connection to the port is greeted with the given word; false when the server
     * ended instead.
     */
    boolean greets(int port, String word) {
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            if (greeting(port).startsWith(word)) {
                return true;
            }
            if (endedWithin(20)) {
                return false;
            }
        }
        return false;
    }

    private static String greeting(int port) {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(2_000);
            return new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII);
        } catch (IOException _) {
            return ""; // not yet
        }
    }

    private boolean endedWithin(int millis) {
        try {
            return master.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** SIGKILL to all of it; its folders stay. */
    synchronized void kill() {
        if (ended) {
            return;
        }
        ended = true;
        watchdog.destroyForcibly();
        var family = master.descendants().toList();
        Commands.result(
                "", List.of("sh", "-c", "kill -KILL -$1", "end", Long.toString(master.pid())));
        master.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        master.onExit().completeOnTimeout(master, 5, TimeUnit.SECONDS).join();
    }

    @Override
    public synchronized void close() {
        kill();
        // The children are dead or dying: waiting for them would be waiting for init to reap them.
        folders.forEach(ServerFolder::delete);
    }
}
