package org.postroom.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Writes the configuration of one private Dovecot, for root and for ordinary users. */
final class DovecotConfiguration {
    private DovecotConfiguration() {}

    static void write(ServerFolder folder, DovecotOptions options, ServerPorts ports) {
        var words = new HashMap<String, Object>(isRoot() ? packageUsers() : onlyTheCaller());
        words.putAll(ports.words());
        words.putAll(
                Map.of(
                        "DIR", folder.path(),
                        "FORMAT", options.format(),
                        "DELIMITER", options.delimiter(),
                        "PREFIX", options.prefix()));
        folder.write("dovecot.conf", ResourceTemplate.fill("dovecot.conf", words));
        giveToMailUser(folder.folder("mail"));
    }

    private static Map<String, String> packageUsers() {
        return Map.of(
                "LOGIN_USER", "dovenull",
                "INTERNAL_USER", "dovecot",
                "INTERNAL_GROUP", "dovecot",
                "MAIL_UID", Commands.run("id", "-u", "mail"),
                "MAIL_GID", Commands.run("id", "-g", "mail"));
    }

    private static Map<String, String> onlyTheCaller() {
        var user = Commands.run("id", "-un");
        return Map.of(
                "LOGIN_USER", user,
                "INTERNAL_USER", user,
                "INTERNAL_GROUP", Commands.run("id", "-gn"),
                "MAIL_UID", Commands.run("id", "-u"),
                "MAIL_GID", Commands.run("id", "-g"));
    }

    /** Dovecot refuses to handle mail as user 0. */
    private static void giveToMailUser(Path mail) {
        if (!isRoot()) {
            return;
        }
        try {
            var users = mail.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(mail, users.lookupPrincipalByName("mail"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
