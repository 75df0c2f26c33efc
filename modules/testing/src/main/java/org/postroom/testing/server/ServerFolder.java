package org.postroom.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The private folder of one server: a short path (Unix sockets end at 107 bytes) that other users
 * may enter.
 */
final class ServerFolder {
    private static final int ATTEMPTS = 100;
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 1L << 30;
    private final Path path;

    private ServerFolder(Path path) {
        this.path = path;
    }

    static ServerFolder create(String server) {
        return create(Path.of("/tmp"), server);
    }

    /**
     * In memory if there is room, for servers that insist on fsync; programs may not be executable
     * there.
     */
    static ServerFolder inMemory(String server) {
        boolean roomy = MEMORY.toFile().getUsableSpace() > ENOUGH;
        return create(roomy ? MEMORY : Path.of("/tmp"), server);
    }

    private static ServerFolder create(Path parent, String server) {
        try {
            var path = Files.createTempDirectory(parent, "postroom-" + server + "-");
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new ServerFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** A new folder inside, its parents included. */
    Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, String content) {
        try {
            Files.writeString(path.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes everything; a dying process may still write, so it may take a few attempts. */
    void delete() {
        for (int attempt = 1; Files.exists(path); attempt++) {
            try {
                Files.walkFileTree(path, new Deletion());
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new UncheckedIOException(e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
