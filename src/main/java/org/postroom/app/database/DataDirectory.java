package org.postroom.app.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that belongs to one running Postroom; claimed by a lock that ends with the process.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "postroom.lock";

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Creates the folder where it is absent and claims it for this process.
     *
     * @throws CannotStart when it cannot be written, or when another Postroom uses it
     */
    public static DataDirectory claim(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        try {
            create(path);
            return new DataDirectory(path.toRealPath(), lock(path));
        } catch (IOException e) {
            throw new CannotStart(
                    "Postroom cannot write to its data directory %s (%s): give it to the user that Postroom runs as, or name another folder in POSTROOM_DATA_DIR."
                            .formatted(path, reason(e)),
                    e);
        }
    }

    public Path path() {
        return path;
    }

    /** Gives the folder free for another Postroom. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void create(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Files.createDirectories(path);
        // The server's user, where it is another one, must be able to pass through.
        OwnerOnly.letOthersPass(path, ServerUser.thisProcessIsRoot());
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        OwnerOnly.createFile(path.resolve(LOCK)),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new CannotStart(
                    "Another Postroom already uses the data directory %s: stop it first, or give this one a folder of its own in POSTROOM_DATA_DIR."
                            .formatted(path));
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // This very process holds it.
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException e -> e.getFile() + " is a file, not a folder";
            case NoSuchFileException _ -> "it cannot be created there";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> failure.toString();
        };
    }
}
