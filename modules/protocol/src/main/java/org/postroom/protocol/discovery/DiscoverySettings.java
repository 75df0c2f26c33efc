package org.postroom.protocol.discovery;

import java.util.List;
import java.util.stream.Stream;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.net.AddressPolicy;

/**
 * What the operator decided about servers.
 *
 * @param defaults the servers for whoever is not in the table, the preferred first
 * @param userServers whether servers may be discovered and typed in
 * @param allowCleartext whether servers without TLS may be discovered and typed in
 * @param allowPrivateAddresses whether those may be at addresses that are not public
 */
public record DiscoverySettings(
        ServersTable table,
        List<ServerEndpoint> defaults,
        boolean userServers,
        boolean allowCleartext,
        boolean allowPrivateAddresses) {

    public DiscoverySettings {
        defaults = List.copyOf(defaults);
    }

    /** Where this server may be: anywhere when the operator named it, whoever asks for it now. */
    public AddressPolicy policyFor(ServerEndpoint endpoint) {
        return isOperatorGiven(endpoint)
                ? AddressPolicy.operatorGiven()
                : AddressPolicy.discovered(allowPrivateAddresses);
    }

    public boolean isOperatorGiven(ServerEndpoint endpoint) {
        return operatorGiven().anyMatch(endpoint::equals);
    }

    /** Whether the operator named a server that speaks this. */
    public boolean name(ServerEndpoint.Protocol protocol) {
        return operatorGiven().anyMatch(server -> server.protocol() == protocol);
    }

    /** The servers that the operator named; the same one may come more than once. */
    public Stream<ServerEndpoint> operatorGiven() {
        Stream<ServerEndpoint> inTable =
                table.entries().stream().flatMap(entry -> entry.servers().stream());
        return Stream.concat(defaults.stream(), inTable);
    }
}
