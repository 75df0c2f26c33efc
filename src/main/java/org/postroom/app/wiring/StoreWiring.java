package org.postroom.app.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.postroom.protocol.MailStoreFactory;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.imap.ImapStores;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.MailNetwork;
import org.postroom.protocol.net.Timeouts;

/** The one place that names concrete stores. */
class StoreWiring {

    @Produces
    @Singleton
    MailStoreFactory stores(PostroomConfig config) {
        return new ImapStores(
                new MailNetwork(
                        new Timeouts(
                                config.mailTimeout(), config.mailTimeout(), config.mailTimeout()),
                        config.trustStore()),
                e -> AddressPolicy.operatorGiven());
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    CandidateFinder finder(PostroomConfig config) {
        return username ->
                config.imapUrl()
                        .map(
                                u -> {
                                    var uri = java.net.URI.create(u);
                                    return List.of(
                                            new Candidate(
                                                    new ServerEndpoint(
                                                            ServerEndpoint.Protocol.IMAP,
                                                            uri.getHost(),
                                                            uri.getPort(),
                                                            u.contains("none")
                                                                    ? ServerEndpoint.Security.NONE
                                                                    : ServerEndpoint.Security.TLS),
                                                    username,
                                                    true,
                                                    false));
                                })
                        .orElse(List.of());
    }
}
