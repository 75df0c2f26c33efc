package org.postroom.protocol.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;

/** URLs, addresses, login patterns and the table, as people write them. */
class ServerWordsTest {

    @ParameterizedTest
    @CsvSource({
        "imaps://mail.example.net:993, IMAP, mail.example.net, 993, TLS",
        "imaps://Mail.Example.Net, IMAP, mail.example.net, 993, TLS",
        "imaps://h:31993/?security=tls, IMAP, h, 31993, TLS",
        "imap://h:143?security=starttls, IMAP, h, 143, STARTTLS",
        "imap://h, IMAP, h, 143, STARTTLS",
        "imap://h:3143?security=none, IMAP, h, 3143, NONE",
        "pop3s://h, POP3, h, 995, TLS",
        "pop3://h, POP3, h, 110, STARTTLS",
        "smtps://h, SMTP, h, 465, TLS",
        "SMTP://h, SMTP, h, 587, STARTTLS",
        "imaps://[2001:db8::1]:993, IMAP, 2001:db8::1, 993, TLS",
        "imaps://mail_server:993, IMAP, mail_server, 993, TLS",
        "imaps://192.168.1.2, IMAP, 192.168.1.2, 993, TLS",
    })
    void aUrlNamesAServer(String url, Protocol protocol, String host, int port, Security security) {
        assertThat(ServerUrl.parse(url, true))
                .isEqualTo(new ServerEndpoint(protocol, host, port, security));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail.example.net",
                "http://h",
                "imaps://",
                "imaps:h",
                "imaps://h:0",
                "imaps://h:65536",
                "imaps://h:99999999999",
                "imaps://h:-1",
                "imaps://h:abc",
                "imaps://h:",
                "imaps://h/INBOX",
                "imaps://h#x",
                "imaps://h?security=none",
                "imaps://h?security=starttls",
                "imap://h?security=maybe",
                "imap://h?trust=all",
                "imaps://2001:db8::1",
                "imaps://a b",
                "imap://h?security=none"
            })
    void aUrlThatIsNotUsableGetsASentence(String url) {
        assertThatThrownBy(() -> ServerUrl.parse(url, false))
                .isInstanceOf(IllegalArgumentException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .matches(message -> message.contains(" ") && !message.contains("Exception"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"imaps://anna:geheim@h", "imaps://anna:geheim@h h", "geheim://x"})
    void theSentenceShowsNoPassword(String url) {
        assertThatThrownBy(() -> ServerUrl.parse(url, false))
                .hasNoCause()
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("geheim");
    }

    @Test
    void anAddressHasALocalPartAndADomain() {
        assertThat(MailAddress.parse(" Anna.B@Example.NET. "))
                .isEqualTo(
                        new MailAddress(
                                "Anna.B@Example.NET.", "Anna.B", Optional.of("example.net")));
        assertThat(MailAddress.parse("a@b@example.net").localPart()).isEqualTo("a@b");
        assertThat(MailAddress.parse("anna@bücher.example").domain())
                .contains("xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "CORP\\anna",
                "@example.net",
                "anna@",
                "anna@a b",
                "anna@127.0.0.1",
                "anna@[127.0.0.1]",
                "anna@.example",
                "anna@a..b",
                "anna@a/b"
            })
    void anythingElseIsABareLoginName(String typed) {
        MailAddress address = MailAddress.parse(typed);
        assertThat(address.domain()).isEmpty();
        assertThat(address.localPart()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "an\u0000na@example.net", "anna\r\n@example.net", "a\u0085b"})
    void controlCharactersAndNothingAreRefused(String typed) {
        assertThatThrownBy(() -> MailAddress.parse(typed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEndlessAddressIsRefused() {
        assertThatThrownBy(() -> MailAddress.parse("a".repeat(400)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "address, anna@example.net",
        "local-part, anna",
        "%EMAILLOCALPART%.mail, anna.mail",
        "corp/%EMAILLOCALPART%, corp/anna",
        "%EMAILLOCALPART%_%EMAILDOMAIN%, anna_example.net"
    })
    void aPatternMakesTheLoginName(String pattern, String login) {
        assertThat(LoginPattern.parse(pattern).of(MailAddress.parse("anna@example.net")))
                .isEqualTo(login);
    }

    @Test
    void aPlaceholderInAnAddressStaysWhatItIs() {
        MailAddress odd = MailAddress.parse("%EMAILDOMAIN%@example.net");
        assertThat(LoginPattern.ADDRESS.of(odd)).isEqualTo("%EMAILDOMAIN%@example.net");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%REALNAME%", "100%", "%EMAILADDRESS", "a\nb"})
    void aPatternThatIsNoneGetsASentence(String pattern) {
        assertThatThrownBy(() -> LoginPattern.parse(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("%EMAILLOCALPART%");
    }

    @Test
    void aTableHasEachDomainOnce() {
        ServersTable.Entry one = entry("a.example", "b.example");
        ServersTable.Entry two = entry("B.example");
        assertThatThrownBy(() -> new ServersTable(List.of(one, two)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("b.example");
    }

    @Test
    void aTableHasDomainsWithServers() {
        assertThatThrownBy(() -> entry("no domain")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entry("a.example", "no domain"))
                .isInstanceOf(IllegalArgumentException.class);
        List<String> noAliases = List.of();
        assertThatThrownBy(
                        () ->
                                new ServersTable.Entry(
                                        "a.example", noAliases, List.of(), LoginPattern.ADDRESS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ServersTable.Entry entry(String domain, String... aliases) {
        ServerEndpoint server = ServerUrl.parse("imaps://h", false);
        return new ServersTable.Entry(
                domain, List.of(aliases), List.of(server), LoginPattern.ADDRESS);
    }
}
