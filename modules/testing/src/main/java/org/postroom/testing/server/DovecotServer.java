package org.postroom.testing.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.postroom.testing.corpus.CorpusMessage;

/**
 * A Dovecot of one's own on free ports, as root or as an ordinary user; ready in a fifth of a
 * second.
 */
public final class DovecotServer implements MailServer {
    private static final int ATTEMPTS = 3;
    private static final Duration LOG_DELAY = Duration.ofSeconds(10);
    private final DovecotOptions options;
    private final ServerPorts ports;
    private final ServerFolder folder;
    private final SelfSignedCertificate certificate;
    private ServerProcess process;
    private final DovecotAccounts accounts;

    private DovecotServer(DovecotOptions options) {
        this.options = options;
        this.ports = ServerPorts.free();
        this.folder = ServerFolder.create("dovecot");
        this.certificate = SelfSignedCertificate.in(folder);
        DovecotConfiguration.write(folder, options, ports);
        this.accounts = new DovecotAccounts(folder);
        this.process = launch();
    }

    private ServerProcess launch() {
        var configuration = folder.resolve("dovecot.conf").toString();
        return ServerProcess.start(
                List.of(folder), List.of(executable(), "-F", "-c", configuration));
    }

    /** Starts one with slashes and sdbox; it ends with {@link #close} or with this JVM. */
    public static DovecotServer start() {
        return start(DovecotOptions.STANDARD);
    }

    /** Starts one; IllegalStateException with its log when it does not come up. */
    public static DovecotServer start(DovecotOptions options) {
        for (int attempt = 1; ; attempt++) {
            var server = new DovecotServer(options);
            if (server.process.greets(server.ports.imap(), "* OK")) {
                return server;
            }
            var log = server.log();
            server.close();
            if (attempt == ATTEMPTS) { // somebody else may have taken a port, but hardly so often
                throw new IllegalStateException("Dovecot did not start: " + log);
            }
        }
    }

    private static String executable() {
        return Stream.of(
                        "/usr/sbin/dovecot",
                        "/usr/local/sbin/dovecot",
                        "/opt/homebrew/sbin/dovecot")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Dovecot is missing: apt-get install --no-install-recommends"
                                                + " dovecot-imapd dovecot-pop3d dovecot-lmtpd"));
    }

    @Override
    public String family() {
        return "Dovecot";
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

    /** The port of LMTP; any user that exists may receive. */
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
        return options.delimiter();
    }

    @Override
    public String prefix() {
        return options.prefix();
    }

    @Override
    public MailUser newUser() {
        return accounts.next();
    }

    /** Creates an account of this login name and password; takes up to a second. */
    public MailUser newUser(String login, String password) {
        return accounts.add(login, password);
    }

    /** Replaces an account's password; open connections stay. Takes up to a second. */
    public MailUser changePassword(MailUser user, String password) {
        return accounts.changePassword(user, password);
    }

    @Override
    public void fill(MailUser user, String mailbox, Stream<CorpusMessage> messages) {
        try (var client = connect(user);
                messages) {
            new MultiAppend(client).all(mailbox, messages);
        }
    }

    /** How often this user logged in by IMAP until now, {@link #connect} included. */
    public long loginCount(MailUser user) {
        flushLog();
        return logins(user);
    }

    private long logins(MailUser user) {
        var mark = "imap-login: Info: Login: user=<" + user.login() + ">";
        return log().lines().filter(line -> line.contains(mark)).count();
    }

    /**
     * One process handles all logins and writes in order: when a new login is in the log, all
     * earlier ones are.
     */
    private void flushLog() {
        var sentinel = accounts.next();
        connect(sentinel).close();
        var deadline = Instant.now().plus(LOG_DELAY);
        while (logins(sentinel) == 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("A login is missing in the log: " + log());
            }
            Thread.onSpinWait();
        }
    }

    /** Everything that the server has logged. */
    public String log() {
        var file = folder.resolve("dovecot.log");
        return Files.exists(file) ? folder.read("dovecot.log") : folder.read("output.log");
    }

    /** SIGKILL to all of it; what it had stored stays. */
    public void kill() {
        process.kill();
    }

    /** Starts it again after {@link #kill}, on the same ports. */
    public void startAgain() {
        process = launch();
        if (!process.greets(ports.imap(), "* OK")) {
            throw new IllegalStateException("Dovecot did not start again: " + log());
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
