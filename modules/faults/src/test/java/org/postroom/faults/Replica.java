package org.postroom.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One packaged Postroom; where it is to, somebody starts it again when it has ended. */
final class Replica implements AutoCloseable {

    private static final Path PROGRAM =
            Path.of("..", "..", "src", "target", "quarkus-app", "quarkus-run.jar");

    /** Small, quick to start, and bounded. */
    private static final List<String> OPTIONS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final int CHECK_MILLIS = 2_000;

    private final String name;
    private final Map<String, String> environment;
    private final Path log;
    private final int port = Ports.free();
    private final int managementPort = Ports.free();
    private volatile boolean kept;
    private volatile @Nullable Child process;

    Replica(String name, Map<String, String> environment, Path log) {
        this.name = name;
        this.environment = environment;
        this.log = log;
    }

    /** Starts it; {@link #awaitReady} waits for it. */
    synchronized Replica start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar", PROGRAM.toString()));
        Child child = Child.start(log, environment(), command);
        process = child;
        child.process().onExit().thenRun(this::startIfKept);
        return this;
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(environment);
        all.put("POSTROOM_HTTP_PORT", Integer.toString(port));
        all.put("POSTROOM_MANAGEMENT_PORT", Integer.toString(managementPort));
        return all;
    }

    /** From now on it is started again whenever it ends, as an orchestrator would. */
    Replica keep() {
        kept = true;
        return this;
    }

    private synchronized void startIfKept() {
        if (kept) {
            start();
        }
    }

    Replica awaitReady() {
        Ports.await(name + ", see " + log, () -> isReady() || !isAlive() && !kept);
        if (!isAlive()) {
            throw new IllegalStateException(name + " does not start, see " + log);
        }
        return this;
    }

    boolean isReady() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection)
                            URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready")
                                    .toURL()
                                    .openConnection();
            connection.setConnectTimeout(CHECK_MILLIS);
            connection.setReadTimeout(CHECK_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }

    boolean isAlive() {
        return Stream.ofNullable(process).anyMatch(Child::isAlive);
    }

    /** SIGKILL; it is dead when this returns. */
    void kill() {
        Stream.ofNullable(process).forEach(Child::kill);
    }

    /** SIGTERM; it has ended when this returns. */
    void endGently() {
        Stream.ofNullable(process)
                .forEach(
                        child -> {
                            child.signalAlone("TERM");
                            child.await();
                        });
    }

    /** Waits for its end; what it ended with. */
    int awaitExit() {
        Child child = Objects.requireNonNull(process);
        child.await();
        return child.process().exitValue();
    }

    /** All that it said. */
    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    /** The address of its pages. */
    String address() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        kept = false;
        kill();
    }
}
