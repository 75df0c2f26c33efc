package org.postroom.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A folder with a short path that other users may enter; it goes with {@link #close}. */
record Folder(Path path) implements AutoCloseable {

    static Folder create() {
        try {
            Path path = Files.createTempDirectory(Path.of("/tmp"), "postroom-faults-");
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
            return new Folder(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, String content) {
        try {
            return Files.writeString(path.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Child.run(Path.of("/dev/null"), List.of("rm", "-rf", path.toString()));
    }
}
