package org.postroom.app.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.postroom.app.telemetry.KnownServers;
import org.postroom.app.telemetry.MailCommands;
import org.postroom.protocol.MailStoreFactory;
import org.postroom.protocol.Maildrops;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.discovery.Discovery;
import org.postroom.protocol.discovery.DiscoverySettings;
import org.postroom.protocol.discovery.MailServers;
import org.postroom.protocol.discovery.ServerCandidate;
import org.postroom.protocol.discovery.ServerCandidate.Source;
import org.postroom.protocol.discovery.SystemSrvLookup;
import org.postroom.protocol.imap.ImapStores;
import org.postroom.protocol.net.MailNetwork;
import org.postroom.protocol.pop3.Pop3Maildrops;
import org.postroom.sessioncache.drop.Pop3Stores;

/** The one place that names concrete stores, and where the servers of an address are found. */
class StoreWiring {

    private static final Set<Source> OPERATOR =
            Set.of(Source.OPERATOR_TABLE, Source.OPERATOR_DEFAULT);

    @Produces
    @Singleton
    MailNetwork network(PostroomConfig config, MailCommands observer) {
        return OperatorServers.network(config).observedBy(observer);
    }

    @Produces
    @Singleton
    KnownServers knownServers(DiscoverySettings settings) {
        return KnownServers.of(settings.operatorGiven());
    }

    @Produces
    @Singleton
    DiscoverySettings settings(PostroomConfig config) {
        return OperatorServers.settings(config);
    }

    @Produces
    @Singleton
    Maildrops maildrops(MailNetwork network, DiscoverySettings settings) {
        return new Pop3Maildrops(network, settings::policyFor);
    }

    @Produces
    @Singleton
    MailStoreFactory stores(MailNetwork network, DiscoverySettings settings, Pop3Stores pop3) {
        return new StoresByProtocol(new ImapStores(network, settings::policyFor), pop3);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    CandidateFinder finder(MailNetwork network, DiscoverySettings settings) {
        Discovery discovery = new Discovery(settings, network, new SystemSrvLookup());
        return username -> candidates(discovery, username);
    }

    private static List<Candidate> candidates(Discovery discovery, String username) {
        return servers(discovery, username).candidates().stream()
                .filter(found -> found.endpoint().protocol() != Protocol.SMTP)
                .map(StoreWiring::candidate)
                .toList();
    }

    /** What can be no address and no login name has no server. */
    private static MailServers servers(Discovery discovery, String username) {
        try {
            return discovery.find(username);
        } catch (IllegalArgumentException _) {
            return MailServers.NONE;
        }
    }

    private static Candidate candidate(ServerCandidate found) {
        return new Candidate(
                found.endpoint(),
                found.loginName(),
                OPERATOR.contains(found.source()),
                found.needsConfirmation());
    }
}
