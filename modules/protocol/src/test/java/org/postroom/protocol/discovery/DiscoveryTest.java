package org.postroom.protocol.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.protocol.discovery.ServerCandidate.Source;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.PlayedCertificate;

class DiscoveryTest {

    private static final ServerEndpoint DEFAULT = ServerUrl.parse("imaps://mail.corp", false);
    private static final ServerEndpoint TABLE = ServerUrl.parse("imaps://table.corp", false);
    private static final String FILE = "autoconfig.example.net/mail/config-v1.1.xml";
    private static final String WELL_KNOWN =
            "example.net/.well-known/autoconfig/mail/config-v1.1.xml";

    @TempDir static Path folder;

    private static PlayedCertificate certificate;

    private PlayedInternet internet;

    @BeforeAll
    static void makeCertificate() {
        certificate = PlayedInternet.certificate(folder);
    }

    @BeforeEach
    void start() throws IOException {
        internet = new PlayedInternet(certificate);
    }

    @AfterEach
    void stop() throws IOException {
        internet.close();
    }

    @Test
    void theTableGoesBeforeTheDefaultsAndTheDefaultsBeforeDiscovery() {
        internet.file(FILE, config("imap", "imap.example.net", 993, "SSL"));
        Discovery discovery = discovery(settings(table("corp.example"), List.of(DEFAULT), true));
        assertThat(only(discovery.find("anna@corp.example")))
                .isEqualTo(
                        new ServerCandidate(
                                TABLE, "anna@corp.example", Source.OPERATOR_TABLE, false));
        assertThat(only(discovery.find("anna@example.net")))
                .isEqualTo(
                        new ServerCandidate(
                                DEFAULT, "anna@example.net", Source.OPERATOR_DEFAULT, false));
        assertThat(internet.requests()).isEmpty();
    }

    @Test
    void whoWritesAnAliasHasTheAccountOfTheDomain() {
        Discovery discovery =
                discovery(settings(table("corp.example", "alias.example"), List.of(), false));
        assertThat(only(discovery.find("anna@Alias.Example")).loginName())
                .isEqualTo("anna@corp.example");
    }

    @Test
    void aBareLoginNameIsOneOfTheDefaultsOrOfTheOnlyDomain() {
        assertThat(
                        only(discovery(settings(ServersTable.EMPTY, List.of(DEFAULT), false))
                                        .find("anna"))
                                .loginName())
                .isEqualTo("anna");
        assertThat(
                        only(discovery(settings(table("corp.example"), List.of(), false))
                                        .find("anna"))
                                .loginName())
                .isEqualTo("anna@corp.example");
        assertThat(discovery(settings(ServersTable.EMPTY, List.of(), true)).find("anna").isEmpty())
                .isTrue();
    }

    @Test
    void nothingIsDiscoveredWhereUsersHaveNoServersOfTheirOwn() {
        internet.file(FILE, config("imap", "imap.example.net", 993, "SSL"));
        assertThat(
                        discovery(settings(ServersTable.EMPTY, List.of(), false))
                                .find("anna@example.net")
                                .isEmpty())
                .isTrue();
        assertThat(internet.requests()).isEmpty();
    }

    @Test
    void autoconfigurationGoesBeforeDns() {
        internet.file(FILE, config("imap", "imap.example.net", 993, "SSL"));
        internet.srv("_imaps._tcp.example.net", new SrvRecord(0, 0, 993, "srv.example.net."));
        ServerCandidate found = only(users().find("anna@example.net"));
        assertThat(found.endpoint().host()).isEqualTo("imap.example.net");
        assertThat(found.source()).isEqualTo(Source.AUTOCONFIG);
        assertThat(found.needsConfirmation()).isFalse();
        assertThat(internet.requests()).contains(FILE + "?emailaddress=anna%40example.net");
    }

    @Test
    void theDomainsOwnWebServerIsAskedToo() {
        internet.file(WELL_KNOWN, config("imap", "imap.example.net", 143, "STARTTLS"));
        assertThat(only(users().find("anna@example.net")).endpoint())
                .isEqualTo(
                        new ServerEndpoint(
                                Protocol.IMAP, "imap.example.net", 143, Security.STARTTLS));
    }

    @Test
    void dnsIsBelievedWhenNoFileHelps() {
        internet.file(FILE, "<!DOCTYPE x><clientConfig/>");
        internet.srv("_pop3s._tcp.example.net", new SrvRecord(0, 0, 995, "pop.example.net."));
        internet.srv("_imaps._tcp.example.net", new SrvRecord(0, 0, 0, "."));
        internet.srv("_imap._tcp.example.net", new SrvRecord(0, 0, 143, "imap.example.net."));
        MailServers servers = users().find("anna@example.net");
        assertThat(hosts(servers)).containsExactly("imap.example.net", "pop.example.net");
        assertThat(servers.first(Protocol.IMAP).orElseThrow().endpoint().security())
                .isEqualTo(Security.STARTTLS);
        assertThat(servers.first(Protocol.POP3).orElseThrow().source()).isEqualTo(Source.SRV);
    }

    @Test
    void recordsStandByPriorityAndWeight() {
        internet.srv(
                "_imaps._tcp.example.net",
                new SrvRecord(20, 0, 993, "spare.example.net."),
                new SrvRecord(10, 1, 993, "light.example.net."),
                new SrvRecord(10, 9, 993, "heavy.example.net."));
        assertThat(hosts(users().find("anna@example.net")))
                .containsExactly("heavy.example.net", "light.example.net", "spare.example.net");
    }

    @Test
    void aServerOutsideTheDomainNeedsConfirmation() {
        internet.srv(
                "_imaps._tcp.example.net",
                new SrvRecord(0, 0, 993, "mail.provider.example."),
                new SrvRecord(1, 0, 993, "notexample.net."),
                new SrvRecord(2, 0, 993, "example.net."));
        assertThat(users().find("anna@example.net").candidates())
                .extracting(ServerCandidate::needsConfirmation)
                .containsExactly(true, true, false);
    }

    @Test
    void serversWithoutTlsAndOnOtherPortsAreLeftOut() {
        internet.file(
                FILE,
                "<c>"
                        + config("imap", "plain.example.net", 143, "plain")
                        + config("imap", "odd.example.net", 9993, "SSL")
                        + config("imap", "good.example.net", 993, "SSL")
                        + "</c>");
        assertThat(only(users().find("anna@example.net")).endpoint().host())
                .isEqualTo("good.example.net");
    }

    @Test
    void aServerWithoutTlsIsTheLastResortWhereCleartextIsAllowed() {
        internet.file(
                FILE,
                "<c>"
                        + config("imap", "plain.example.net", 143, "plain")
                        + config("imap", "good.example.net", 993, "SSL")
                        + "</c>");
        Discovery careless =
                discovery(new DiscoverySettings(ServersTable.EMPTY, List.of(), true, true, false));
        assertThat(hosts(careless.find("anna@example.net")))
                .containsExactly("good.example.net", "plain.example.net");
    }

    @Test
    void anInternationalDomainIsAskedInAscii() {
        internet.srv(
                "_imaps._tcp.xn--bcher-kva.example", new SrvRecord(0, 0, 993, "bücher.example"));
        ServerCandidate found = only(users().find("anna@Bücher.example"));
        assertThat(found.endpoint().host()).isEqualTo("xn--bcher-kva.example");
        assertThat(found.needsConfirmation()).isFalse();
    }

    @Test
    void aDomainOfOneWordIsNotAskedAbout() {
        internet.srv("_imaps._tcp.localhost", new SrvRecord(0, 0, 993, "localhost."));
        assertThat(users().find("anna@localhost").isEmpty()).isTrue();
    }

    @Test
    void aTypedServerIsTakenWhereThatIsAllowed() {
        ServerEndpoint endpoint = ServerUrl.parse("imaps://mail.example.org", false);
        ServerCandidate typed = only(users().typed(MailAddress.parse("anna"), endpoint));
        assertThat(typed).isEqualTo(new ServerCandidate(endpoint, "anna", Source.TYPED, false));
        Discovery closed = discovery(settings(ServersTable.EMPTY, List.of(DEFAULT), false));
        assertThatThrownBy(() -> closed.typed(MailAddress.parse("anna"), endpoint))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(only(closed.typed(MailAddress.parse("anna"), DEFAULT)).endpoint())
                .isEqualTo(DEFAULT);
    }

    @Test
    void aTypedServerHasTlsAndAPortOfMail() {
        MailAddress anna = MailAddress.parse("anna");
        ServerEndpoint clear = ServerUrl.parse("imap://mail.example.org?security=none", true);
        ServerEndpoint ssh = ServerUrl.parse("imaps://mail.example.org:22", true);
        assertThatThrownBy(() -> users().typed(anna, clear))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> users().typed(anna, ssh))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyWhatTheOperatorNamedMayBeAnywhere() {
        DiscoverySettings settings = settings(table("corp.example"), List.of(DEFAULT), true);
        ServerEndpoint other = ServerUrl.parse("imaps://mail.example.org", false);
        assertThat(settings.policyFor(DEFAULT)).isEqualTo(AddressPolicy.operatorGiven());
        assertThat(settings.policyFor(TABLE)).isEqualTo(AddressPolicy.operatorGiven());
        assertThat(settings.policyFor(other)).isEqualTo(AddressPolicy.discovered(false));
    }

    private Discovery users() {
        return discovery(settings(ServersTable.EMPTY, List.of(), true));
    }

    private Discovery discovery(DiscoverySettings settings) {
        return new Discovery(settings, internet.network(), internet.dns());
    }

    private static DiscoverySettings settings(
            ServersTable table, List<ServerEndpoint> defaults, boolean userServers) {
        return new DiscoverySettings(table, defaults, userServers, false, false);
    }

    private static ServersTable table(String domain, String... aliases) {
        return new ServersTable(
                List.of(
                        new ServersTable.Entry(
                                domain, List.of(aliases), List.of(TABLE), LoginPattern.ADDRESS)));
    }

    private static List<String> hosts(MailServers servers) {
        return servers.candidates().stream().map(c -> c.endpoint().host()).toList();
    }

    private static ServerCandidate only(MailServers servers) {
        assertThat(servers.candidates()).hasSize(1);
        return servers.candidates().getFirst();
    }

    private static String config(String type, String host, int port, String socket) {
        return "<incomingServer type='%s'><hostname>%s</hostname><port>%d</port><socketType>%s</socketType></incomingServer>"
                .formatted(type, host, port, socket);
    }
}
