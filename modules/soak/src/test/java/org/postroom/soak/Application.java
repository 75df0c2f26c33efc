package org.postroom.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged application on free ports of 127.0.0.1, with the database of a benchmark. */
final class Application implements AutoCloseable {

    private static final Path PROGRAM =
            Path.of("..", "..", "src", "target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final int port;
    private final int managementPort;

    private Application(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * Starts it, and waits until it is ready.
     *
     * @param heap the largest heap, such as {@code 256m}
     */
    static Application start(String heap, Map<String, String> environment, Path log) {
        int port = freePort();
        int managementPort = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-jar", PROGRAM.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("POSTROOM_HTTP_PORT", Integer.toString(port));
        builder.environment().put("POSTROOM_MANAGEMENT_PORT", Integer.toString(managementPort));
        try {
            Application application = new Application(builder.start(), port, managementPort);
            application.awaitReady(log);
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of its pages. */
    String address() {
        return "http://localhost:" + port;
    }

    /** What the operating system says of the process now, in KiB: VmHWM is the most it ever had. */
    long memory(String item) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith(item + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Path log) {
        URI health = URI.create("http://localhost:" + managementPort + "/q/health/ready");
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client, health)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("It does not start, see " + log);
                }
            }
        }
    }

    private boolean answers(HttpClient client, URI health) {
        try {
            HttpRequest request = HttpRequest.newBuilder(health).build();
            boolean ready =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
                            == 200;
            return ready || process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (IOException _) {
            return false; // not yet
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted");
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
