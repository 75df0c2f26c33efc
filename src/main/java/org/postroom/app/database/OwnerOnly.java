package org.postroom.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner reads. */
final class OwnerOnly {

    private OwnerOnly() {}

    /** Creates the file, mode 0600, where it is absent; returns its path. */
    static Path createFile(Path file) throws IOException {
        try {
            return Files.createFile(file, mode("rw-------"));
        } catch (FileAlreadyExistsException _) {
            return file;
        }
    }

    /** Writes a new file of mode 0600 that is there as a whole or not at all. */
    static void write(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.writeString(
                createFile(fresh),
                text,
                StandardCharsets.UTF_8,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Sets the folder's mode to 0711 where others must pass, otherwise to 0700. */
    static void letOthersPass(Path folder, boolean others) throws IOException {
        Files.setPosixFilePermissions(
                folder, PosixFilePermissions.fromString(others ? "rwx--x--x" : "rwx------"));
    }

    private static FileAttribute<?> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
