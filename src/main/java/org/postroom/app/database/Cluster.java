package org.postroom.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The files of the private PostgreSQL: made once, as a whole or not at all.
 *
 * @param data the folder that belongs to the server
 * @param password of the superuser {@code postgres} and of the role {@code postroom}
 */
record Cluster(Path data, String password) {

    /** The role and the database of the application; the role is no superuser. */
    static final String NAME = "postroom";

    private static final String MAJOR =
            PostgresBinaries.VERSION.substring(0, PostgresBinaries.VERSION.indexOf('.'));

    static Cluster openOrCreate(Path folder, PostgresBinaries binaries, ServerUser user)
            throws IOException {
        Path data = folder.resolve("data");
        Path password = folder.resolve("password");
        if (Files.isDirectory(data)) {
            checkVersion(data);
        } else {
            create(data, newPassword(password), binaries, user);
        }
        return new Cluster(data, Files.readString(password).strip());
    }

    private static void checkVersion(Path data) throws IOException {
        String found = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!found.equals(MAJOR)) {
            throw new CannotStart(
                    "The data in %s were written by PostgreSQL %s, and this Postroom brings %s: start the version of Postroom that wrote them."
                            .formatted(data, found, MAJOR));
        }
    }

    private static String newPassword(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        OwnerOnly.write(file, password);
        return password;
    }

    private static void create(
            Path data, String password, PostgresBinaries binaries, ServerUser user)
            throws IOException {
        Path unfinished = data.resolveSibling("unfinished");
        PostgresBinaries.delete(unfinished);
        Files.createDirectory(unfinished);
        OwnerOnly.letOthersPass(unfinished, false);
        user.letGroupPass(unfinished);
        Path fresh = unfinished.resolve("data");
        initialise(fresh, password, binaries, user.withName());
        user.ownAll(fresh);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        PostgresBinaries.delete(unfinished);
    }

    private static void initialise(
            Path data, String password, PostgresBinaries binaries, ServerUser user)
            throws IOException {
        Path passwordForServer = data.resolveSibling("password");
        OwnerOnly.write(passwordForServer, password);
        user.own(passwordForServer);
        Files.createDirectory(data);
        OwnerOnly.letOthersPass(data, false);
        user.own(data);
        check(ChildProcess.run(user.command(initdb(binaries, data, passwordForServer))));
        createDatabase(data, password, binaries, user);
    }

    private static List<String> initdb(PostgresBinaries binaries, Path data, Path password) {
        return List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
    }

    /** In single-user mode: nobody else is there yet, and no port is open. */
    private static void createDatabase(
            Path data, String password, PostgresBinaries binaries, ServerUser user) {
        String program = binaries.program("postgres");
        ChildProcess.Outcome outcome =
                ChildProcess.run(
                        user.command(
                                List.of(program, "--single", "-D", data.toString(), "postgres")),
                        """
                        CREATE ROLE %1$s LOGIN PASSWORD '%2$s'
                        CREATE DATABASE %1$s OWNER %1$s
                        """
                                .formatted(NAME, password));
        check(outcome);
        if (outcome.output().contains("ERROR:")) {
            check(new ChildProcess.Outcome(1, outcome.output().replace(password, "…")));
        }
    }

    private static void check(ChildProcess.Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new CannotStart(
                    "The private PostgreSQL could not be set up; it said: "
                            + outcome.output().strip());
        }
    }
}
