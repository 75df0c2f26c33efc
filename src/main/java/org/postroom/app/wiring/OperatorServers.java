package org.postroom.app.wiring;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.postroom.app.database.CannotStart;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.discovery.DiscoverySettings;
import org.postroom.protocol.discovery.ServerUrl;
import org.postroom.protocol.discovery.ServersTable;
import org.postroom.protocol.net.MailNetwork;
import org.postroom.protocol.net.Timeouts;

/** What the configuration says about mail servers and the way to them. */
final class OperatorServers {

    private OperatorServers() {}

    /**
     * The servers that the operator named, and whether there may be others.
     *
     * @throws CannotStart when a URL or the file cannot be understood, with the variable's name
     */
    static DiscoverySettings settings(PostroomConfig config) {
        return new DiscoverySettings(
                config.serversFile()
                        .map(file -> ServersFile.read(file, config.allowCleartext()))
                        .orElse(ServersTable.EMPTY),
                defaults(config),
                config.userServersAllowed(),
                config.allowCleartext(),
                config.allowPrivateAddresses());
    }

    /**
     * The way to mail servers.
     *
     * @throws CannotStart when the extra certificates cannot be read
     */
    static MailNetwork network(PostroomConfig config) {
        try {
            Timeouts timeouts =
                    new Timeouts(config.mailTimeout(), config.mailTimeout(), config.mailTimeout());
            return new MailNetwork(timeouts, config.trustStore());
        } catch (IllegalArgumentException e) {
            throw new CannotStart("POSTROOM_TRUST_STORE cannot be used: " + e.getMessage(), e);
        }
    }

    private static List<ServerEndpoint> defaults(PostroomConfig config) {
        boolean cleartext = config.allowCleartext();
        return Stream.concat(
                        config.imapUrl().stream().map(url -> server(Protocol.IMAP, url, cleartext)),
                        config.pop3Url().stream().map(url -> server(Protocol.POP3, url, cleartext)))
                .toList();
    }

    private static ServerEndpoint server(Protocol protocol, String url, boolean allowCleartext) {
        String variable = "POSTROOM_%s_URL".formatted(protocol);
        try {
            ServerEndpoint server = ServerUrl.parse(url, allowCleartext);
            if (server.protocol() == protocol) {
                return server;
            }
        } catch (IllegalArgumentException e) {
            throw new CannotStart(variable + " cannot be used: " + e.getMessage() + ".", e);
        }
        String scheme = protocol.name().toLowerCase(Locale.ROOT);
        throw new CannotStart(
                "%s must begin with %ss:// or %s://.".formatted(variable, scheme, scheme));
    }
}
