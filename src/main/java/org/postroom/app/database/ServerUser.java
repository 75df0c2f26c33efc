package org.postroom.app.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who the private server runs as: this process' own user or, because PostgreSQL refuses to run as
 * root, the user {@code postroom} or a fixed private id.
 *
 * @param id the user to change to, or -1 to stay who we are
 * @param group the group to change to, or -1
 */
record ServerUser(int id, int group) {

    /** Of the range that Debian allots to single packages; nothing else is known to use it. */
    static final int PRIVATE_ID = 64737;

    private static final ServerUser OURSELVES = new ServerUser(-1, -1);

    static ServerUser forThisProcess() {
        if (!thisProcessIsRoot()) {
            return OURSELVES;
        }
        if (onPath("setpriv").isEmpty()) {
            throw new CannotStart(
                    "PostgreSQL does not run as root, and the command setpriv that would change the user is missing: start Postroom as an ordinary user, or set POSTROOM_DB_URL.");
        }
        return new ServerUser(
                id("-u", "postroom").orElse(PRIVATE_ID), id("-g", "postroom").orElse(PRIVATE_ID));
    }

    /**
     * The user to initialise a cluster as: initdb insists on an id that has a name. Our group keeps
     * other processes of that name out of the folder, and the files change hands at the end.
     */
    ServerUser withName() {
        if (!isAnother() || hasName()) {
            return this;
        }
        return new ServerUser(
                id("-u", "nobody")
                        .orElseThrow(
                                () ->
                                        new CannotStart(
                                                "PostgreSQL does not run as root, and there is no user postroom on this machine: create one, or start Postroom as an ordinary user.")),
                group);
    }

    static boolean thisProcessIsRoot() {
        return new UnixSystem().getUid() == 0;
    }

    /** The command as this user. */
    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>();
        if (isAnother()) {
            all.addAll(List.of("setpriv", "--reuid=" + id, "--regid=" + group));
            all.addAll(List.of("--clear-groups", "--no-new-privs", "--"));
        }
        all.addAll(command);
        return all;
    }

    /** The command as this user and in a session of its own, so that Ctrl-C does not reach it. */
    List<String> detached(List<String> command) {
        List<String> all = new ArrayList<>();
        onPath("setsid").ifPresent(_ -> all.add("setsid"));
        all.addAll(command(command));
        return all;
    }

    /** Gives a file or folder to this user. */
    void own(Path path) throws IOException {
        if (isAnother()) {
            Files.setAttribute(path, "unix:uid", id, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Gives a folder with all that is in it to this user. */
    void ownAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                own(each);
            }
        }
    }

    /** Lets a folder of root be entered by this user's group alone. */
    void letGroupPass(Path folder) throws IOException {
        if (isAnother()) {
            Files.setAttribute(folder, "unix:gid", group);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x---"));
        }
    }

    /**
     * Looks whether this user can enter a folder and all its parents.
     *
     * @throws CannotStart with the first folder that is closed
     */
    void mustEnter(Path folder) throws IOException {
        if (!isAnother()) {
            return;
        }
        for (Path each = folder; each != null; each = each.getParent()) {
            if (!enters(each)) {
                throw new CannotStart(
                        "PostgreSQL does not run as root, and its user (id %d) cannot enter %s: choose a folder below /var/lib or /srv in POSTROOM_DATA_DIR, or start Postroom as an ordinary user."
                                .formatted(id, each));
            }
        }
    }

    private boolean hasName() {
        return ChildProcess.run(List.of("id", "-un", Integer.toString(id))).succeeded();
    }

    private boolean isAnother() {
        return id >= 0;
    }

    private boolean enters(Path folder) throws IOException {
        Map<String, Object> unix = Files.readAttributes(folder, "unix:uid,gid");
        Set<PosixFilePermission> permissions =
                Files.readAttributes(folder, PosixFileAttributes.class).permissions();
        if (Objects.equals(unix.get("uid"), id)) {
            return permissions.contains(PosixFilePermission.OWNER_EXECUTE);
        }
        return permissions.contains(
                Objects.equals(unix.get("gid"), group)
                        ? PosixFilePermission.GROUP_EXECUTE
                        : PosixFilePermission.OTHERS_EXECUTE);
    }

    private static Optional<Integer> id(String option, String user) {
        ChildProcess.Outcome outcome = ChildProcess.run(List.of("id", option, user));
        return outcome.succeeded()
                ? Optional.of(Integer.parseInt(outcome.output().strip()))
                : Optional.empty();
    }

    private static Optional<Path> onPath(String command) {
        String path = System.getenv("PATH");
        return Arrays.stream((path == null ? "" : path).split(File.pathSeparator))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
