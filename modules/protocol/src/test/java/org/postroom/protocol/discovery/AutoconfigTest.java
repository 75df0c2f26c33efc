package org.postroom.protocol.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.PlayedCertificate;
import org.postroom.protocol.web.WebGet;

class AutoconfigTest {

    private static final MailAddress ANNA = MailAddress.parse("anna@example.net");
    private static final String FILE = "autoconfig.example.net/mail/config-v1.1.xml";

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
    void serversStandInTheFileWithTheirLoginNames() throws Exception {
        List<FoundServer> servers = servers(COMPLETE);
        assertThat(servers)
                .containsExactly(
                        new FoundServer(
                                new ServerEndpoint(
                                        Protocol.IMAP, "imap.example.net", 993, Security.TLS),
                                LoginPattern.ADDRESS),
                        new FoundServer(
                                new ServerEndpoint(
                                        Protocol.POP3, "pop.example.net", 110, Security.STARTTLS),
                                LoginPattern.LOCAL_PART),
                        new FoundServer(
                                new ServerEndpoint(Protocol.SMTP, "example.net", 465, Security.TLS),
                                LoginPattern.ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<hostname>a b</hostname><port>993</port><socketType>SSL</socketType>",
                "<hostname>127.0.0.1</hostname><port>993</port><socketType>SSL</socketType>",
                "<hostname>a.example</hostname><port>99999</port><socketType>SSL</socketType>",
                "<hostname>a.example</hostname><port>x</port><socketType>SSL</socketType>",
                "<hostname>a.example</hostname><port>993</port><socketType>ROT13</socketType>",
                "<hostname>a.example</hostname><port>993</port>",
                "<port>993</port><socketType>SSL</socketType>",
                "<hostname>a.example</hostname><port>993</port><socketType>SSL</socketType>"
                        + "<username>%REALNAME%</username>",
            })
    void whatIsNotUnderstoodIsLeftOut(String server) throws Exception {
        String xml = "<clientConfig><incomingServer type='imap'>%s</incomingServer></clientConfig>";
        assertThat(servers(xml.formatted(server))).isEmpty();
    }

    static Stream<String> hostileFiles() {
        return Stream.of(
                "",
                "not xml",
                "<clientConfig>",
                "<!DOCTYPE x><clientConfig/>",
                "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>",
                "<a>".repeat(1_000) + "</a>".repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource("hostileFiles")
    void whatIsNoHarmlessXmlIsRefused(String xml) {
        assertThatThrownBy(() -> servers(xml)).isInstanceOf(IOException.class);
    }

    @Test
    void anExternalEntityIsNotRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret.example.net");
        String xml =
                "<!DOCTYPE x [<!ENTITY s SYSTEM \"%s\">]><clientConfig><incomingServer type='imap'><hostname>&s;</hostname></incomingServer></clientConfig>"
                        .formatted(secret.toUri());
        assertThatThrownBy(() -> servers(xml)).isInstanceOf(IOException.class);
    }

    @Test
    void aFileIsFetchedWithItsQuery() throws Exception {
        internet.file(FILE, COMPLETE);
        assertThat(fetch("https://" + FILE + "?emailaddress=anna%40example.net")).isPresent();
        assertThat(internet.requests()).containsExactly(FILE + "?emailaddress=anna%40example.net");
    }

    @Test
    void aFileMayComeInChunks() throws Exception {
        internet.reply(
                FILE,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\n<a>b\r\n4\r\n</a>\r\n0\r\n\r\n");
        assertThat(fetch("https://" + FILE).orElseThrow()).asString().isEqualTo("<a>b</a>");
    }

    @Test
    void aFileMayEndWithTheConnection() throws Exception {
        internet.reply(FILE, "HTTP/1.0 200 OK\r\n\r\n<a/>");
        assertThat(fetch("https://" + FILE).orElseThrow()).asString().isEqualTo("<a/>");
    }

    @Test
    void aFileThatIsNotThereIsNone() throws Exception {
        internet.host("example.net", "8.8.8.8");
        assertThat(fetch("https://example.net/nothing")).isEmpty();
    }

    @Test
    void threeRedirectsAreFollowed() throws Exception {
        internet.redirect("example.net/1", "/2");
        internet.redirect("example.net/2", "https://www.provider.example/3");
        internet.redirect("www.provider.example/3", "//autoconfig.example.net/4");
        internet.file("autoconfig.example.net/4", "<a/>");
        assertThat(fetch("https://example.net/1")).isPresent();
    }

    @Test
    void redirectsInACircleEnd() {
        internet.redirect("example.net/1", "https://example.net/1");
        assertThatThrownBy(() -> fetch("https://example.net/1"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Redirected more than");
        assertThat(internet.requests()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.net/2",
                "file:///etc/passwd",
                "ftp://example.net/2",
                "https://user@example.net/2",
                "https:///2",
                "https://exa mple.net",
                "jar:https://example.net!/2"
            })
    void aRedirectToAnythingButPlainHttpsIsRefused(String target) {
        internet.redirect("example.net/1", target);
        assertThatThrownBy(() -> fetch("https://example.net/1")).isInstanceOf(IOException.class);
        assertThat(internet.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://private.example.net/2",
                "https://example.net:8443/2",
                "https://example.net:993/2"
            })
    void aRedirectToAPrivateAddressOrAnotherPortIsRefused(String target) {
        internet.host("private.example.net", "10.0.0.1");
        internet.redirect("example.net/1", target);
        assertThatThrownBy(() -> fetch("https://example.net/1"))
                .isInstanceOfSatisfying(
                        MailException.ServerUnreachable.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.ADDRESS_NOT_ALLOWED));
        assertThat(internet.requests()).hasSize(1);
    }

    static Stream<String> hugeReplies() {
        String huge = "x".repeat(AutoconfigSource.RULES.maxOctets() + 1);
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        return Stream.of(
                "HTTP/1.1 200 OK\r\n\r\n" + huge,
                "HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n" + huge,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(5),
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n" + huge,
                "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(40_000),
                "HTTP/1.1 200 OK\r\nX: " + huge,
                "HTTP/1.1 200 " + huge,
                "SSH-2.0-OpenSSH\r\n");
    }

    @ParameterizedTest
    @MethodSource("hugeReplies")
    void aReplyThatIsTooLargeOrNoneIsRefused(String reply) {
        internet.reply("example.net/1", reply);
        assertThatThrownBy(() -> fetch("https://example.net/1")).isInstanceOf(IOException.class);
    }

    @Test
    void aWebServerWithoutACertificateForItsNameIsNotBelieved() {
        internet.file("other.example/1", "<a/>");
        assertThatThrownBy(() -> fetch("https://other.example/1")).isInstanceOf(IOException.class);
        assertThat(internet.requests()).isEmpty();
    }

    private Optional<byte[]> fetch(String url) throws IOException {
        return new WebGet(internet.network(), AddressPolicy.web(false), AutoconfigSource.RULES)
                .fetch(URI.create(url))
                .found();
    }

    private static List<FoundServer> servers(String xml) throws IOException {
        return AutoconfigFile.servers(xml.getBytes(StandardCharsets.UTF_8), ANNA);
    }

    private static final String COMPLETE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <clientConfig version="1.1">
              <emailProvider id="example.net">
                <domain>example.net</domain>
                <incomingServer type="imap">
                  <hostname>imap.example.net</hostname>
                  <port>993</port>
                  <socketType>SSL</socketType>
                  <username>%EMAILADDRESS%</username>
                  <authentication>password-cleartext</authentication>
                </incomingServer>
                <incomingServer type="pop3">
                  <hostname> pop.%EMAILDOMAIN% </hostname>
                  <port>110</port>
                  <socketType>STARTTLS</socketType>
                  <username>%EMAILLOCALPART%</username>
                </incomingServer>
                <incomingServer type="exchange">
                  <hostname>ex.example.net</hostname>
                  <port>443</port>
                  <socketType>SSL</socketType>
                </incomingServer>
                <outgoingServer type="smtp">
                  <hostname>example.net.</hostname>
                  <port>465</port>
                  <socketType>SSL</socketType>
                </outgoingServer>
              </emailProvider>
            </clientConfig>
            """;
}
