package org.postroom.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.app.database.CannotStart;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.protocol.discovery.LoginPattern;
import org.postroom.protocol.discovery.ServersTable;

class ServersFileTest {

    private static final String TWO_DOMAINS =
            """
            domains:
              - domain: example.org
                aliases: [example.net, www.example.org]
                login: local-part
                servers:
                  - imaps://mail.example.org
                  - smtp://mail.example.org?security=starttls
              - domain: example.com
                servers: ["imap://mx.example.com:1143"]
            """;

    @TempDir Path folder;

    @Test
    void eachDomainHasItsAliasesItsLoginAndItsServers() throws IOException {
        ServersTable table = read(TWO_DOMAINS);
        assertThat(table.entries()).hasSize(2);
        ServersTable.Entry first = table.entries().getFirst();
        assertThat(first.domain()).isEqualTo("example.org");
        assertThat(first.aliases()).containsExactly("example.net", "www.example.org");
        assertThat(first.login()).isEqualTo(LoginPattern.LOCAL_PART);
        assertThat(first.servers())
                .containsExactly(
                        server(Protocol.IMAP, "mail.example.org", 993, Security.TLS),
                        server(Protocol.SMTP, "mail.example.org", 587, Security.STARTTLS));
        assertThat(table.entries().getLast().login()).isEqualTo(LoginPattern.ADDRESS);
    }

    @Test
    void aMistakeIsNamedWithTheVariableAndThePlace() {
        refused("- domain: example.org").withMessageContaining("must have the fields [domains]");
        refused("domains: example.org").withMessageContaining("domains must be a list");
        refused("domains: [{domain: example.org, server: x}]")
                .withMessageContaining("has a field \"server\"");
        refused("domains: [{domain: 5}]").withMessageContaining("domain must be a text");
        refused("domains: [{domain: example.org}]")
                .withMessageContaining("no server for example.org");
        refused("domains: [{domain: example.org, servers: ['http://x']}]")
                .withMessageContaining("begins with none of imaps");
        refused("domains: [{domain: example.org, servers: ['imap://x?security=none']}]")
                .withMessageContaining("POSTROOM_ALLOW_CLEARTEXT");
        refused("domains: [{domain: a.org, domain: b.org}]").withMessageContaining("duplicate");
        refused("domains: [").withMessageContaining("POSTROOM_SERVERS_FILE");
        refused("").withMessageContaining("must have the fields [domains]");
    }

    @Test
    void aFileThatMakesObjectsIsRefused() {
        refused("!!javax.script.ScriptEngineManager [x]")
                .withMessageContaining("POSTROOM_SERVERS_FILE");
    }

    private static ServerEndpoint server(
            Protocol protocol, String host, int port, Security security) {
        return new ServerEndpoint(protocol, host, port, security);
    }

    private ServersTable read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("servers.yaml"), text);
        return ServersFile.read(file, false);
    }

    private ThrowableAssertAlternative<CannotStart> refused(String text) {
        return assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("POSTROOM_SERVERS_FILE");
    }
}
