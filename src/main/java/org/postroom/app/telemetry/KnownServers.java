package org.postroom.app.telemetry;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroom.protocol.ServerEndpoint;

/**
 * The mail servers that may be named in labels: those of the operator. What somebody typed in or an
 * address led to would make a label of whatever people think of.
 *
 * @param hosts their names
 */
public record KnownServers(Set<String> hosts) {

    /** Each label has few values. */
    private static final int MOST = 20;

    private static final String OTHER = "other";

    public KnownServers {
        hosts = Set.copyOf(hosts);
    }

    /** The first of these. */
    public static KnownServers of(Stream<ServerEndpoint> servers) {
        return new KnownServers(
                servers.map(ServerEndpoint::host)
                        .distinct()
                        .limit(MOST)
                        .collect(Collectors.toSet()));
    }

    /** What a server is called in labels. */
    String label(String host) {
        return hosts.contains(host) ? host : OTHER;
    }
}
