package org.postroom.app.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OperatorDatabaseTest {

    private static Path folder;
    private static PrivateDatabase database;

    @BeforeAll
    static void start() throws IOException {
        folder = TestFolder.create();
        database = PrivateDatabase.start(folder, PrivatePostgres.Durability.NONE);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
        PostgresBinaries.delete(folder);
    }

    @Test
    void aDatabaseThatAnswersIsTaken() {
        DatabaseAccess access = database.server().access();
        assertThat(OperatorDatabase.check(access)).isEqualTo(access);
    }

    @Test
    void aWrongPasswordIsSaid() {
        refused(with(url(), "wrong"))
                .withMessageContaining("refused the user or the password")
                .withMessageContaining("POSTROOM_DB_PASSWORD");
    }

    @Test
    void anAddressIsNamedWithoutThePasswordThatMayFollowIt() {
        refused(with(url() + "?ApplicationName=hidden", "wrong"))
                .withMessageContaining(url())
                .withMessageNotContaining("hidden");
    }

    @Test
    void aDatabaseThatDoesNotExistIsSaid() {
        refused(with(url().replaceFirst("/postroom$", "/absent"), password()))
                .withMessageContaining("does not exist on its server");
    }

    @Test
    void aClosedPortIsSaid() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        refused(with("jdbc:postgresql://127.0.0.1:" + port + "/postroom", "any"))
                .withMessageContaining("cannot be reached (POSTROOM_DB_URL)");
    }

    @Test
    void aServerThatIsNoPostgresIsSaid() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greetAsMailServer(socket));
            refused(with("jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/x", "any"))
                    .withMessageContaining("POSTROOM_DB_URL");
        }
    }

    @Test
    void aDatabaseThatIsTooOldIsSaid() throws IOException {
        try (OldPostgres old = new OldPostgres("14.9")) {
            refused(with("jdbc:postgresql://127.0.0.1:" + old.port() + "/postroom", "any"))
                    .withMessageContaining("is PostgreSQL 14, and Postroom needs 15 or newer");
        }
    }

    @Test
    void anAddressOfAnotherDatabaseIsSaid() {
        refused(with("jdbc:mysql://localhost/postroom", "any"))
                .withMessageContaining("must be the address of a PostgreSQL database");
        refused(with("jdbc:postgresql://host:no-port/postroom", "any"))
                .withMessageContaining("POSTROOM_DB_URL");
    }

    private static void greetAsMailServer(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.getOutputStream().write("* OK ready\r\n".getBytes(US_ASCII));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static ThrowableAssertAlternative<CannotStart> refused(DatabaseAccess access) {
        return assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> OperatorDatabase.check(access));
    }

    private static DatabaseAccess with(String url, String password) {
        return new DatabaseAccess(url, Cluster.NAME, password);
    }

    private static String url() {
        return database.server().access().url();
    }

    private static String password() {
        return database.server().access().password();
    }
}
