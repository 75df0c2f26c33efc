package org.postroom.app.wiring;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator configures; {@code imapUrl} is the environment variable POSTROOM_IMAP_URL. */
@ConfigMapping(prefix = "postroom")
public interface PostroomConfig {

    /**
     * The default IMAP server: {@code imaps://host:993}, {@code imap://host:143?security=starttls}.
     */
    Optional<String> imapUrl();

    /**
     * The default POP3 server: {@code pop3s://host:995}, {@code pop3://host:110?security=starttls};
     * whoever does not ask for it gets the IMAP server, where there is one.
     */
    @WithName("pop3-url")
    Optional<String> pop3Url();

    /** A YAML file with domains and their servers; comes before the default server. */
    Optional<Path> serversFile();

    /** Whether people may type servers in; without a value: when no server is configured. */
    Optional<@WithConverter(OnOff.class) Boolean> userServers();

    /** Whether {@code security=none} is allowed. */
    @WithDefault("false")
    @WithConverter(OnOff.class)
    boolean allowCleartext();

    /** Whether typed and discovered servers may be at addresses that are not public. */
    @WithDefault("false")
    @WithConverter(OnOff.class)
    boolean allowPrivateAddresses();

    /** The domains whose people may sign in; without a value: everybody. */
    Optional<List<String>> allowedDomains();

    /** Extra CA certificates (PEM) for mail servers. */
    Optional<Path> trustStore();

    /** How long a mail server may take to answer. */
    @WithDefault("30s")
    Duration mailTimeout();

    /** Connections to the mail server per account and replica. */
    @WithDefault("2")
    int imapConnections();

    /** The shortest pause between sessions with a POP3 mailbox while somebody reads it. */
    @WithName("pop3-poll")
    @WithDefault("60s")
    Duration pop3Poll();

    /** Room for the mail of each POP3 account in the database; 0: no limit. */
    @WithName("pop3-quota")
    @WithDefault("2G")
    MemorySize pop3Quota();

    /** The operator's database, {@code jdbc:postgresql://…}; without a value: a private one. */
    Optional<String> dbUrl();

    /** The user of the operator's database. */
    Optional<String> dbUser();

    /** The password of the operator's database. */
    Optional<String> dbPassword();

    /** Where the private PostgreSQL and files live; without a value: see the README. */
    Optional<Path> dataDir();

    /** The operator's secret, at least 32 bytes. */
    Optional<String> secret();

    /** The secret before the present one, while it is being replaced. */
    Optional<String> secretPrevious();

    /** Sign-ins per minute and client network; 0 switches the limit off. */
    @WithDefault("30")
    int signinLimitPerNetwork();

    /** Failed sign-ins per account and client network before a pause. */
    @WithDefault("5")
    int signinFailuresPerAccount();

    /** The address that people type into their browsers, where a proxy is in front. */
    Optional<String> publicUrl();

    /** Addresses or networks of the proxies whose X-Forwarded-For is believed. */
    Optional<List<String>> trustedProxies();

    /**
     * How long this replica says that it is not ready before it ends; without a value: see {@link
     * #shutdownDelayToTake}.
     */
    Optional<Duration> shutdownDelay();

    /** The port of the pages. */
    @WithDefault("8080")
    int httpPort();

    /** The port of health and metrics. */
    @WithDefault("9000")
    int managementPort();

    /**
     * The delay with the default applied: none where no other replica can be, because the database
     * is Postroom's own.
     */
    default Duration shutdownDelayToTake() {
        return shutdownDelay().orElse(dbUrl().isPresent() ? Duration.ofSeconds(5) : Duration.ZERO);
    }

    /** Whether people may type servers in, with the default applied. */
    default boolean userServersAllowed() {
        return userServers()
                .orElse(imapUrl().isEmpty() && pop3Url().isEmpty() && serversFile().isEmpty());
    }
}
