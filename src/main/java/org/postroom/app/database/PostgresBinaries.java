package org.postroom.app.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs that come with Postroom, one archive per platform, unpacked once. */
record PostgresBinaries(Path home) {

    /** The version of the archives; the first number decides which clusters it can open. */
    static final String VERSION = "18.1.0";

    /** Unpacks the archive of this platform into a folder of its version, unless it is there. */
    static PostgresBinaries unpack(Path folder) throws IOException {
        Path home = folder.resolve(VERSION);
        if (!Files.isDirectory(home)) {
            Path unfinished = folder.resolve(VERSION + ".unpacking");
            delete(unfinished);
            try (InputStream archive = archive()) {
                unpack(archive, unfinished);
            }
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(home);
    }

    /** The path of {@code initdb}, {@code pg_ctl} or {@code postgres}. */
    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** Deletes a folder with all that is in it; nothing happens when it is absent. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static InputStream archive() {
        String name = "/postgres-%s-%s.txz".formatted(system(), processor());
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new CannotStart(
                    "Postroom brings no PostgreSQL for this machine (%s, %s): set POSTROOM_DB_URL to a database of yours."
                            .formatted(
                                    System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return archive;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String processor() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(archive)));
        for (TarArchiveEntry entry = tar.getNextEntry();
                entry != null;
                entry = tar.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("The archive leaves its folder: " + entry.getName());
            }
            write(tar, entry, target);
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path target)
            throws IOException {
        createFolder(entry.isDirectory() ? target : target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (!entry.isDirectory()) {
            Files.copy(content, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** The umask does not matter: the server's user must be able to read all of it. */
    private static void createFolder(Path folder) throws IOException {
        Path normal = folder.normalize();
        if (!Files.isDirectory(normal)) {
            createFolder(normal.resolveSibling("."));
            Files.createDirectory(normal);
            Files.setPosixFilePermissions(normal, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
