package org.postroom.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrivateDatabaseTest {

    private static Path folder;

    @BeforeAll
    static void createFolder() throws IOException {
        folder = TestFolder.create();
    }

    @AfterAll
    static void deleteFolder() throws IOException {
        PostgresBinaries.delete(folder);
    }

    @Test
    void whatIsWrittenIsThereAfterARestart() throws SQLException {
        try (var database = start()) {
            execute(database, "create table words (word text)");
            execute(database, "insert into words values ('Grüße')");
        }
        try (var database = start()) {
            assertThat(Sql.ask(database.server().access(), "select word from words"))
                    .isEqualTo("Grüße");
        }
    }

    @Test
    void theServerIsOfTheVersionThatItsFolderNames() throws SQLException {
        try (var database = start()) {
            String version = Sql.ask(database.server().access(), "show server_version");
            assertThat(PostgresBinaries.VERSION).startsWith(version + ".");
        }
    }

    @Test
    void theServerListensOnTheLoopbackInterfaceOnlyAndHasNoSocketFile() throws SQLException {
        try (var database = start()) {
            DatabaseAccess access = superuser(database);
            assertThat(Sql.ask(access, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Sql.ask(access, "show unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        try (var database = start()) {
            DatabaseAccess access = database.server().access();
            DatabaseAccess guess = new DatabaseAccess(access.url(), access.user(), "guess");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Sql.connect(guess))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo("28P01");
        }
    }

    @Test
    void stoppingLeavesNoProcess() throws IOException {
        ProcessHandle server;
        try (var _ = start()) {
            server = server();
            assertThat(server.isAlive()).isTrue();
        }
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void aSecondPostroomIsToldThatTheFolderIsInUse() {
        try (var _ = start()) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(PrivateDatabaseTest::start)
                    .withMessageContaining("Another Postroom already uses the data directory")
                    .withMessageContaining(folder.toString());
        }
    }

    @Test
    void afterAKillTheNextStartEndsWhatWasLeftAndKeepsTheData() throws Exception {
        Process other = otherProcess();
        try (BufferedReader words = other.inputReader()) {
            assertThat(words.readLine()).isEqualTo(HoldsADatabase.READY);
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(PrivateDatabaseTest::start)
                    .withMessageContaining("Another Postroom");
        } finally {
            other.destroyForcibly().waitFor();
        }
        ProcessHandle orphan = server();
        assertThat(orphan.isAlive()).isTrue();
        try (var database = start()) {
            orphan.onExit().orTimeout(10, TimeUnit.SECONDS).join();
            assertThat(Sql.ask(database.server().access(), "select word from kept"))
                    .isEqualTo("mail");
            execute(database, "drop table kept");
        }
    }

    @Test
    void aNumberThatAnotherProgramHasNowDoesNotStopTheStart() throws IOException {
        start().close();
        Files.writeString(
                folder.resolve("postgres/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        try (var _ = start()) {
            assertThat(server().pid()).isNotEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void aSetupThatWasKilledIsDoneAnew() throws IOException {
        Path fresh = TestFolder.create();
        Files.createDirectories(fresh.resolve("postgres/unfinished/data/base"));
        Files.createDirectories(fresh.resolve("postgres/18.1.0.unpacking/bin"));
        try (var database = PrivateDatabase.start(fresh, PrivatePostgres.Durability.NONE)) {
            assertThat(database.server().access().url()).startsWith("jdbc:postgresql://127.0.0.1:");
        } finally {
            PostgresBinaries.delete(fresh);
        }
    }

    @Test
    void theSecretAndThePasswordAreForTheirOwnerOnlyAndStay() throws IOException {
        String secret;
        try (var database = start()) {
            secret = database.secret();
            assertThat(secret).hasSizeGreaterThanOrEqualTo(32);
            assertThat(database.toString()).doesNotContain(secret);
        }
        for (String file : new String[] {"secret", "postgres/password", "postgres/server.log"}) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(file)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        try (var database = start()) {
            assertThat(database.secret()).isEqualTo(secret);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DataDirectory.claim(Path.of("/proc/postroom")))
                .withMessageContaining("cannot write to its data directory /proc/postroom")
                .withMessageContaining("POSTROOM_DATA_DIR");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DataDirectory.claim(file))
                .withMessageContaining("is a file, not a folder");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DataDirectory.claim(file.resolve("below")))
                .withMessageContaining("cannot write to its data directory");
    }

    @Test
    void aParentThatTheServersUserCannotEnterIsNamed() throws IOException {
        assumeTrue(ServerUser.thisProcessIsRoot(), "only root has another user for the server");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        OwnerOnly.letOthersPass(closed, false);
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(
                        () ->
                                PrivateDatabase.start(
                                        closed.resolve("data"), PrivatePostgres.Durability.NONE))
                .withMessageContaining("cannot enter " + closed + ":");
    }

    private static PrivateDatabase start() {
        return PrivateDatabase.start(folder, PrivatePostgres.Durability.NONE);
    }

    private static DatabaseAccess superuser(PrivateDatabase database) {
        DatabaseAccess access = database.server().access();
        return new DatabaseAccess(access.url(), "postgres", access.password());
    }

    private static void execute(PrivateDatabase database, String command) throws SQLException {
        try (var connection = Sql.connect(database.server().access());
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static ProcessHandle server() throws IOException {
        Path pidFile = folder.resolve("postgres/data/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static Process otherProcess() throws IOException {
        String java = System.getProperty("java.home") + File.separator + "bin/java";
        String classPath = System.getProperty("java.class.path");
        return new ProcessBuilder(
                        java, "-cp", classPath, HoldsADatabase.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
