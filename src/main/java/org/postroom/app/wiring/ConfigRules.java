package org.postroom.app.wiring;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.postroom.app.database.CannotStart;

/** What a value must be beyond its type. */
final class ConfigRules {

    private static final int SECRET_BYTES = 32;
    private static final int PORTS = 65_536;

    private ConfigRules() {}

    /**
     * Checks each value.
     *
     * @throws CannotStart at the first that is wrong
     */
    static void check(PostroomConfig config) {
        port("POSTROOM_HTTP_PORT", config.httpPort());
        port("POSTROOM_MANAGEMENT_PORT", config.managementPort());
        atLeast("POSTROOM_IMAP_CONNECTIONS", config.imapConnections(), 1);
        atLeast("POSTROOM_SIGNIN_LIMIT_PER_NETWORK", config.signinLimitPerNetwork(), 0);
        atLeast("POSTROOM_SIGNIN_FAILURES_PER_ACCOUNT", config.signinFailuresPerAccount(), 1);
        atLeast("POSTROOM_MAIL_TIMEOUT (in seconds)", (int) config.mailTimeout().toSeconds(), 1);
        atLeast("POSTROOM_POP3_POLL (in seconds)", (int) config.pop3Poll().toSeconds(), 5);
        require(
                !config.shutdownDelayToTake().isNegative(),
                "POSTROOM_SHUTDOWN_DELAY must not be negative.");
        secret("POSTROOM_SECRET", config.secret());
        secret("POSTROOM_SECRET_PREVIOUS", config.secretPrevious());
        readable("POSTROOM_TRUST_STORE", config.trustStore());
        readable("POSTROOM_SERVERS_FILE", config.serversFile());
        address("POSTROOM_PUBLIC_URL", config.publicUrl());
        database(config);
        OperatorServers.settings(config);
        config.trustStore().ifPresent(_ -> OperatorServers.network(config));
    }

    private static void port(String variable, int port) {
        require(port >= 0 && port < PORTS, variable + " must be a port, 0 to 65535.");
    }

    private static void atLeast(String variable, int value, int least) {
        require(value >= least, variable + " must be at least " + least + ".");
    }

    private static void secret(String variable, Optional<String> secret) {
        require(
                secret.isEmpty()
                        || secret.get().getBytes(StandardCharsets.UTF_8).length >= SECRET_BYTES,
                variable
                        + " is too short: it must have at least 32 bytes, for example the output"
                        + " of: openssl rand -base64 48");
    }

    private static void readable(String variable, Optional<Path> file) {
        require(
                file.isEmpty() || Files.isReadable(file.get()) && !Files.isDirectory(file.get()),
                variable + " names a file that cannot be read: " + file.orElse(Path.of("")));
    }

    private static void address(String variable, Optional<String> url) {
        require(
                url.isEmpty() || url.get().matches("https?://[^/?#@\\s]+/?"),
                variable + " must read https://mail.example.org, without a path.");
    }

    /** A replica with a secret of its own could open no session of another one. */
    private static void database(PostroomConfig config) {
        require(
                config.dbUrl().isEmpty() || config.secret().isPresent(),
                "POSTROOM_SECRET is needed with POSTROOM_DB_URL: every Postroom on that database"
                        + " must have the same one, at least 32 bytes, for example the output of:"
                        + " openssl rand -base64 48");
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new CannotStart(sentence);
        }
    }
}
