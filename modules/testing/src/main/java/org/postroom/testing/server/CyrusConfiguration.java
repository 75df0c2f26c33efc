package org.postroom.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/** Writes the configuration of one private Cyrus, for root and for ordinary users. */
final class CyrusConfiguration {
    private static final List<String> FOLDERS =
            List.of("bin", "conf/socket", "conf/proc", "conf/db", "conf/log", "conf/msg");
    private static final List<String> UNPACKED = List.of("imapd", "pop3d", "idled");

    private CyrusConfiguration() {}

    /**
     * @param home where cyrus-imapd and cyrus-pop3d have been unpacked
     */
    static void write(
            ServerFolder folder,
            ServerFolder spool,
            Path home,
            CyrusOptions options,
            ServerPorts ports) {
        FOLDERS.forEach(folder::folder);
        UNPACKED.forEach(
                program ->
                        copy(
                                home.resolve("usr/lib/cyrus/bin", program),
                                folder.resolve("bin/" + program)));
        var words = new HashMap<String, Object>(ports.words());
        words.put("DIR", folder.path());
        words.put("SPOOL", spool.path());
        words.put("USER", user());
        words.put("GROUP", Commands.run("id", "-gn", user()));
        words.put("SLASHES", options.slashes() ? "yes" : "no");
        words.put("WITHOUT_PREFIX", options.belowInbox() ? "no" : "yes");
        folder.write("imapd.conf", ResourceTemplate.fill("cyrus-imapd.conf", words));
        folder.write("cyrus.conf", ResourceTemplate.fill("cyrus-master.conf", words));
        Commands.run("chown", "-R", user(), folder.path().toString(), spool.path().toString());
    }

    /** As root the services run as the package's user. */
    static String user() {
        return "root".equals(System.getProperty("user.name")) ? "cyrus" : Commands.run("id", "-un");
    }

    /**
     * The services' user may not be able to enter the home directory where the packages were
     * unpacked.
     */
    private static void copy(Path program, Path copy) {
        try {
            Files.copy(program, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
