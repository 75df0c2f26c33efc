package org.postroom.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.app.database.CannotStart;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;

class CheckedConfigTest {

    private final Set<String> given = new HashSet<>();

    @AfterEach
    void forget() {
        given.forEach(System::clearProperty);
    }

    @Test
    void withoutAnythingTheDefaultsHold() {
        PostroomConfig config = CheckedConfig.read();
        assertThat(config.mailTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.imapConnections()).isEqualTo(2);
        assertThat(config.pop3Poll()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.pop3Quota().asLongValue()).isEqualTo(2L << 30);
        assertThat(config.signinLimitPerNetwork()).isEqualTo(30);
        assertThat(config.signinFailuresPerAccount()).isEqualTo(5);
        assertThat(config.allowCleartext()).isFalse();
        assertThat(config.allowPrivateAddresses()).isFalse();
        assertThat(config.httpPort()).isEqualTo(8080);
        assertThat(config.managementPort()).isEqualTo(9000);
    }

    @Test
    void peopleMayNameServersOnlyWhereNoneIsConfigured() {
        assertThat(CheckedConfig.read().userServersAllowed()).isTrue();
        give("imap-url", "imaps://mail.example.org");
        assertThat(CheckedConfig.read().userServersAllowed()).isFalse();
        give("user-servers", "true");
        assertThat(CheckedConfig.read().userServersAllowed()).isTrue();
    }

    @Test
    void aPop3ServerIsAServerToo() {
        give("pop3-url", "pop3s://mail.example.org");
        assertThat(CheckedConfig.read().userServersAllowed()).isFalse();
    }

    @Test
    void bothDefaultServersAreKnownAndImapComesFirst() {
        give("pop3-url", "pop3s://mail.example.org");
        give("imap-url", "imaps://mail.example.org");
        assertThat(OperatorServers.settings(CheckedConfig.read()).defaults())
                .extracting(ServerEndpoint::protocol, ServerEndpoint::port)
                .containsExactly(tuple(Protocol.IMAP, 993), tuple(Protocol.POP3, 995));
    }

    @Test
    void roomIsGivenInTheUsualUnits() {
        give("pop3-quota", "512M");
        assertThat(CheckedConfig.read().pop3Quota().asLongValue()).isEqualTo(512L << 20);
        give("pop3-quota", "0");
        assertThat(CheckedConfig.read().pop3Quota().asLongValue()).isZero();
        give("pop3-quota", "much");
        refused().withMessageContaining("POSTROOM_POP3_QUOTA").withMessageContaining("much");
    }

    @Test
    void aDropIsNotAskedMoreOftenThanEveryFiveSeconds() {
        give("pop3-poll", "4s");
        refused().withMessage("POSTROOM_POP3_POLL (in seconds) must be at least 5.");
    }

    @Test
    void severalDomainsAreSeparatedByCommas() {
        give("allowed-domains", "example.org,example.net");
        assertThat(CheckedConfig.read().allowedDomains().orElseThrow())
                .containsExactly("example.org", "example.net");
    }

    @Test
    void aValueOfTheWrongKindIsNamedByItsVariable() {
        give("imap-connections", "many");
        refused().withMessageContaining("POSTROOM_IMAP_CONNECTIONS").withMessageContaining("many");
    }

    @Test
    void aPropertyThatIsNoneIsNamed() {
        give("imap-adress", "imaps://mail.example.org");
        refused().withMessage("There is no setting postroom.imap-adress.");
    }

    @Test
    void aDurationThatIsNoneIsNamed() {
        give("mail-timeout", "soon");
        refused().withMessageContaining("POSTROOM_MAIL_TIMEOUT").withMessageContaining("soon");
    }

    @Test
    void aSwitchThatIsNeitherOnNorOffIsNamed() {
        give("allow-cleartext", "perhaps");
        refused()
                .withMessageContaining("POSTROOM_ALLOW_CLEARTEXT")
                .withMessageContaining("true or false");
    }

    @Test
    void numbersOutOfRangeAreNamed() {
        give("imap-connections", "0");
        refused().withMessage("POSTROOM_IMAP_CONNECTIONS must be at least 1.");
        give("imap-connections", "2");
        give("http-port", "70000");
        refused().withMessage("POSTROOM_HTTP_PORT must be a port, 0 to 65535.");
    }

    @Test
    void aShortSecretIsRefusedAndNotShown() {
        give("secret", "too short");
        refused()
                .withMessageContaining("POSTROOM_SECRET is too short")
                .withMessageNotContaining("too short:too short");
    }

    @Test
    void theOperatorsDatabaseNeedsTheOperatorsSecret() {
        give("db-url", "jdbc:postgresql://db.example.org/postroom");
        refused().withMessageContaining("POSTROOM_SECRET is needed with POSTROOM_DB_URL");
    }

    @Test
    void aServerThatCannotBeUsedIsNamed() {
        give("imap-url", "imap://mail.example.org?security=none");
        refused()
                .withMessageContaining("POSTROOM_IMAP_URL")
                .withMessageContaining("POSTROOM_ALLOW_CLEARTEXT");
        give("imap-url", "pop3s://mail.example.org");
        refused().withMessage("POSTROOM_IMAP_URL must begin with imaps:// or imap://.");
        given.remove("postroom.imap-url");
        System.clearProperty("postroom.imap-url");
        give("pop3-url", "imaps://mail.example.org");
        refused().withMessage("POSTROOM_POP3_URL must begin with pop3s:// or pop3://.");
    }

    @Test
    void anAddressOfThePagesThatIsNoneIsNamed() {
        give("public-url", "mail.example.org");
        refused().withMessageContaining("POSTROOM_PUBLIC_URL must read https://");
        give("public-url", "https://mail.example.org/");
        assertThat(CheckedConfig.read().publicUrl()).contains("https://mail.example.org/");
    }

    @Test
    void certificatesThatAreNoneAreNamed() {
        give("trust-store", "/dev/null");
        refused().withMessageContaining("POSTROOM_TRUST_STORE cannot be used");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        give("servers-file", "/absent/servers.yaml");
        refused()
                .withMessageContaining("POSTROOM_SERVERS_FILE")
                .withMessageContaining("/absent/servers.yaml");
    }

    private void give(String key, String value) {
        given.add("postroom." + key);
        System.setProperty("postroom." + key, value);
    }

    private static ThrowableAssertAlternative<CannotStart> refused() {
        return assertThatExceptionOfType(CannotStart.class).isThrownBy(CheckedConfig::read);
    }
}
