package org.postroom.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system that can be filled; only root can mount one. */
final class SmallDisk implements AutoCloseable {

    private static final Path LOG = Path.of("/dev/null");
    private static final int PIECE = 1 << 16;

    private final Path path;
    private final Path filler;

    private final boolean mounted;

    private SmallDisk(Path path, boolean mounted) {
        this.path = path;
        this.mounted = mounted;
        filler = path.resolve("filler");
    }

    /** A folder of the disk that is there: it cannot be filled. */
    static SmallDisk in(Path path) {
        Child.run(LOG, List.of("mkdir", "-m", "0777", path.toString()));
        return new SmallDisk(path, false);
    }

    static SmallDisk mount(Path path) {
        in(path);
        Child.run(
                LOG,
                List.of(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        "size=256m,mode=0777",
                        "tmpfs",
                        path.toString()));
        return new SmallDisk(path, true);
    }

    Path path() {
        return path;
    }

    /** Leaves no octet free. */
    void fill() {
        if (!mounted) {
            throw new IllegalStateException("This would fill the whole machine");
        }
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** There is room again. */
    void free() {
        Child.run(LOG, List.of("rm", filler.toString()));
    }

    @Override
    public void close() {
        if (mounted) {
            Child.run(LOG, List.of("umount", "-l", path.toString()));
        }
    }
}
