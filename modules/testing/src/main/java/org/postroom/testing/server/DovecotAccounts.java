package org.postroom.testing.server;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The users file. Dovecot looks at most once a second whether it has changed, so accounts are made
 * in advance, and whoever changes one waits until Dovecot has seen it.
 */
final class DovecotAccounts {
    private static final int PREPARED = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final ServerFolder folder;
    private final AtomicInteger taken = new AtomicInteger();

    DovecotAccounts(ServerFolder folder) {
        this.folder = folder;
        folder.write(
                "users",
                IntStream.rangeClosed(1, PREPARED)
                        .mapToObj(DovecotAccounts::numbered)
                        .map(DovecotAccounts::line)
                        .collect(Collectors.joining()));
    }

    /** An account that nobody has used. */
    MailUser next() {
        return numbered(taken.incrementAndGet());
    }

    private static MailUser numbered(int number) {
        return new MailUser("user" + number + "@postroom.test", "secret-" + number);
    }

    synchronized MailUser add(String login, String password) {
        var user = new MailUser(login, password);
        folder.write("users", folder.read("users") + line(user));
        awaitAccepted(user);
        return user;
    }

    MailUser changePassword(MailUser user, String password) {
        remove(user);
        return add(user.login(), password);
    }

    private synchronized void remove(MailUser user) {
        var others =
                folder.read("users").lines().filter(line -> !line.startsWith(user.login() + ":"));
        folder.write("users", others.map(line -> line + "\n").collect(Collectors.joining()));
    }

    private static String line(MailUser user) {
        return user.login() + ":{PLAIN}" + user.password() + "::::::\n";
    }

    private void awaitAccepted(MailUser user) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!isAccepted(user)) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Dovecot does not accept " + user.login());
            }
        }
    }

    /** Asks the authentication process itself, so that no login appears in the log. */
    private boolean isAccepted(MailUser user) {
        var configuration = folder.resolve("dovecot.conf").toString();
        var test =
                List.of(
                        "doveadm",
                        "-c",
                        configuration,
                        "auth",
                        "test",
                        user.login(),
                        user.password());
        return Commands.result("", test).status() == 0;
    }
}
