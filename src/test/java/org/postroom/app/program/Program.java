package org.postroom.app.program;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postroom.app.database.PostgresForTests;
import org.postroom.app.support.Patience;

/** The packaged program as a process of its own, on free ports and with an operator's database. */
final class Program implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "quarkus-app").toAbsolutePath();
    private static final String DATABASE = "quarkus.datasource.";
    private static final int LONGEST_END_SECONDS = 40;

    private final Process process;
    private final int managementPort;
    private final Path log;

    private Program(Process process, int managementPort, Path log) {
        this.process = process;
        this.managementPort = managementPort;
        this.log = log;
    }

    /** As {@link #startAlone}, with the database of all tests as an operator gives it. */
    static Program start(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(database());
        all.putAll(environment);
        return startAlone(all);
    }

    /** Starts it, waits until it is ready, and lets all visitors go there. */
    static Program startAlone(Map<String, String> environment) {
        int port = freePort();
        int managementPort = freePort();
        try {
            Path log = Files.createTempFile("postroom-program-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
            builder.redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("POSTROOM_HTTP_PORT", Integer.toString(port));
            builder.environment().put("POSTROOM_MANAGEMENT_PORT", Integer.toString(managementPort));
            Program program = new Program(builder.start(), managementPort, log);
            Patience.until("it is ready, see " + log, program::isReadyOrDead);
            RestAssured.port = port;
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-XX:AOTCache=" + FOLDER.resolve("app.aot")));
        command.addAll(List.of("-jar", FOLDER.resolve("quarkus-run.jar").toString()));
        return command;
    }

    private static Map<String, String> database() {
        Map<String, String> known = new PostgresForTests().start();
        return Map.of(
                "POSTROOM_DB_URL", known.getOrDefault(DATABASE + "jdbc.url", ""),
                "POSTROOM_DB_USER", known.getOrDefault(DATABASE + "username", ""),
                "POSTROOM_DB_PASSWORD", known.getOrDefault(DATABASE + "password", ""),
                "POSTROOM_SECRET", known.getOrDefault("postroom.secret", ""));
    }

    private boolean isReadyOrDead() {
        if (!process.isAlive()) {
            throw new IllegalStateException("It has ended, see " + log);
        }
        return answers() && status("/q/health/ready") == 200;
    }

    private boolean answers() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), managementPort)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** What its management port answers. */
    Response managed(String path) {
        return RestAssured.given().port(managementPort).get(path);
    }

    /** The status of what its management port answers. */
    int status(String path) {
        return managed(path).statusCode();
    }

    /** How many leases of maildrops are held, here or elsewhere. */
    long leases() throws SQLException {
        Map<String, String> known = new PostgresForTests().start();
        try (Connection connection =
                        DriverManager.getConnection(
                                known.get(DATABASE + "jdbc.url"),
                                known.get(DATABASE + "username"),
                                known.get(DATABASE + "password"));
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery(
                                "SELECT count(*) FROM maildrop WHERE holder IS NOT NULL")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Waits for its end; the code that it ended with. */
    int awaitEnd() {
        return process.onExit().orTimeout(LONGEST_END_SECONDS, TimeUnit.SECONDS).join().exitValue();
    }

    String log() {
        try {
            return Files.readString(log);
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

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.deleteIfExists(log);
    }
}
