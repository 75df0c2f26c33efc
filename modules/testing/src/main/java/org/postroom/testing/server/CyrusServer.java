package org.postroom.testing.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postroom.testing.corpus.CorpusMessage;

/**
 * A Cyrus of one's own on free ports, the second family of real servers.
 *
 * <p>Debian's cyrus-imapd cannot be installed beside Dovecot. So {@code cyrus-common} and {@code
 * sasl2-bin} are installed, and {@code cyrus-imapd} and {@code cyrus-pop3d} unpacked (dpkg-deb -x)
 * into the folder that the system property {@code org.postroom.cyrus.home} names, by default {@code
 * ~/.cache/postroom/cyrus}.
 */
public final class CyrusServer implements MailServer {
    private static final String MASTER = "/usr/lib/cyrus/bin/master";
    private static final String IMAPD = "usr/lib/cyrus/bin/imapd";
    private static final int ATTEMPTS = 3;
    private final CyrusOptions options;
    private final ServerPorts ports = ServerPorts.free();
    private final ServerFolder folder = ServerFolder.create("cyrus");
    private final ServerFolder spool = ServerFolder.inMemory("spool");
    private final SelfSignedCertificate certificate = SelfSignedCertificate.in(folder);
    private final ServerProcess process;
    private final AtomicInteger users = new AtomicInteger();

    private CyrusServer(CyrusOptions options) {
        this.options = options;
        CyrusConfiguration.write(folder, spool, home(), options, ports);
        newUser(); // makes the password file before the server looks for it
        this.process = ServerProcess.start(List.of(folder, spool), command());
    }

    private List<String> command() {
        return List.of(
                MASTER,
                "-C",
                folder.resolve("imapd.conf").toString(),
                "-M",
                folder.resolve("cyrus.conf").toString(),
                "-p",
                folder.resolve("master.pid").toString(),
                "-L",
                folder.resolve("master.log").toString());
    }

    /** Whether everything is there that it needs. */
    public static boolean isInstalled() {
        return Files.isExecutable(Path.of(MASTER))
                && Files.isExecutable(home().resolve(IMAPD))
                && Files.isExecutable(home().resolve("usr/lib/cyrus/bin/pop3d"));
    }

    private static Path home() {
        var cache =
                Objects.requireNonNullElse(
                        System.getenv("XDG_CACHE_HOME"),
                        System.getProperty("user.home") + "/.cache");
        return Stream.of(
                        System.getProperty("org.postroom.cyrus.home", ""),
                        "/var/cache/postroom/cyrus")
                .filter(folder -> Files.isExecutable(Path.of(folder, IMAPD)))
                .map(Path::of)
                .findFirst()
                .orElse(Path.of(cache, "postroom", "cyrus"));
    }

    /** Starts one with slashes; it ends with {@link #close} or with this JVM. */
    public static CyrusServer start() {
        return start(CyrusOptions.STANDARD);
    }

    /** Starts one; IllegalStateException when it is missing or does not come up. */
    public static CyrusServer start(CyrusOptions options) {
        if (!isInstalled()) {
            throw new IllegalStateException(
                    "Cyrus is missing: " + MASTER + " or what should be unpacked in " + home());
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var server = new CyrusServer(options);
            if (server.process.greets(server.ports.imap(), "* OK")) {
                return server;
            }
            server.close(); // somebody else may have taken a port
        }
        throw new IllegalStateException("Cyrus did not start");
    }

    @Override
    public String family() {
        return "Cyrus";
    }

    @Override
    public int imapPort() {
        return ports.imap();
    }

    /** The port of IMAP inside TLS. */
    public int imapsPort() {
        return ports.imaps();
    }

    @Override
    public int pop3Port() {
        return ports.pop3();
    }

    /** The port of POP3 inside TLS. */
    public int pop3sPort() {
        return ports.pop3s();
    }

    /** The port of LMTP. */
    public int lmtpPort() {
        return ports.lmtp();
    }

    /**
     * The server's certificate, PEM, for {@code localhost} and {@code 127.0.0.1}; also the
     * authority to trust.
     */
    public Path certificate() {
        return certificate.certificate();
    }

    @Override
    public char delimiter() {
        return options.slashes() ? '/' : '.';
    }

    @Override
    public String prefix() {
        return options.belowInbox() ? "INBOX" + delimiter() : "";
    }

    @Override
    public MailUser newUser() {
        var number = users.incrementAndGet();
        return newUser("user" + number, "secret-" + number);
    }

    /** Creates an account; the login name must be new and without dots and slashes. */
    public synchronized MailUser newUser(String login, String password) {
        setPassword(login, password);
        return new MailUser(login, password);
    }

    /** Replaces an account's password; open connections stay. */
    public MailUser changePassword(MailUser user, String password) {
        return newUser(user.login(), password);
    }

    private void setPassword(String login, String password) {
        var file = folder.resolve("sasldb2").toString();
        var set =
                List.of("/usr/sbin/saslpasswd2", "-p", "-c", "-f", file, "-u", "localhost", login);
        var result = Commands.result(password, set);
        if (result.status() != 0) {
            throw new IllegalStateException(result.output());
        }
        Commands.run("chown", CyrusConfiguration.user(), file);
    }

    @Override
    public void fill(MailUser user, String mailbox, Stream<CorpusMessage> messages) {
        try (var client = connect(user);
                messages) {
            new MultiAppend(client).all(mailbox, messages);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
