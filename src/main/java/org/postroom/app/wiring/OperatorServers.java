package org.postroom.app.wiring;

import org.postroom.app.database.CannotStart;
import org.postroom.protocol.ServerEndpoint;
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
                config.imapUrl().stream().map(url -> imap(url, config.allowCleartext())).toList(),
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

    private static ServerEndpoint imap(String url, boolean allowCleartext) {
        try {
            ServerEndpoint server = ServerUrl.parse(url, allowCleartext);
            if (server.protocol() == ServerEndpoint.Protocol.IMAP) {
                return server;
            }
        } catch (IllegalArgumentException e) {
            throw new CannotStart("POSTROOM_IMAP_URL cannot be used: " + e.getMessage() + ".", e);
        }
        throw new CannotStart("POSTROOM_IMAP_URL must begin with imaps:// or imap://.");
    }
}
