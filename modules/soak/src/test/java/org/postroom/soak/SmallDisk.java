package org.postroom.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where a database's files lie, and where the room ends: a tmpfs that is made as small as what is
 * in it. Where we may mount none, the server's processes may not let a file grow, which is as real
 * to them.
 */
final class SmallDisk implements AutoCloseable {

    private static final String LARGE = "size=1g";
    private static final long PAGE = 4096;

    private final Path folder;
    private final boolean mounted;

    private SmallDisk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    /** A disk with room enough, in an empty folder. */
    static SmallDisk on(Path folder) {
        boolean mounted =
                Commands.run("mount", "-t", "tmpfs", "-o", LARGE, "tmpfs", folder.toString());
        return new SmallDisk(folder, mounted);
    }

    Path folder() {
        return folder;
    }

    /** Leaves hardly any room; files of this length can still be written over. */
    void fill(SoakDatabase database, long room) {
        if (mounted) {
            long size = (used() + room) / PAGE * PAGE;
            Commands.must("mount", "-o", "remount,size=" + size, folder.toString());
        } else {
            limit(database, Long.toString(room));
        }
    }

    /** There is room again. */
    void free(SoakDatabase database) {
        if (mounted) {
            Commands.must("mount", "-o", "remount," + LARGE, folder.toString());
        } else {
            limit(database, "unlimited");
        }
    }

    private long used() {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getTotalSpace() - store.getUnallocatedSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // What it starts later inherits its limit.
    private static void limit(SoakDatabase database, String octets) {
        ProcessHandle server = database.process().orElseThrow();
        Stream.concat(Stream.of(server), server.children())
                .forEach(
                        each ->
                                Commands.run(
                                        "prlimit",
                                        "--pid=" + each.pid(),
                                        "--fsize=" + octets + ":"));
    }

    @Override
    public void close() {
        if (mounted) {
            Commands.must("umount", "--lazy", folder.toString());
        }
    }
}
