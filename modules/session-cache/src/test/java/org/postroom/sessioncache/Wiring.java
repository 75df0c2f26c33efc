package org.postroom.sessioncache;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.postroom.protocol.MailStoreFactory;
import org.postroom.protocol.Maildrops;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.MailNetwork;
import org.postroom.protocol.net.Timeouts;
import org.postroom.protocol.pop3.Pop3Maildrops;
import org.postroom.sessioncache.drop.DropRules;
import org.postroom.sessioncache.drop.WatchedMaildrops;
import org.postroom.sessioncache.signin.OperatorSecret;

/** What the application gives to this module. */
class Wiring {

    @Produces
    @Singleton
    OperatorSecret secret() {
        return new OperatorSecret(new byte[OperatorSecret.MIN_LENGTH], Optional.empty());
    }

    @Produces
    @Singleton
    MailStoreFactory stores() {
        return (endpoint, credentials) -> {
            throw new IllegalStateException("These tests open no store");
        };
    }

    @Produces
    @Singleton
    Maildrops maildrops() {
        Duration patience = Duration.ofSeconds(5);
        MailNetwork network =
                new MailNetwork(new Timeouts(patience, patience, patience), Optional.empty());
        return new WatchedMaildrops(new Pop3Maildrops(network, _ -> AddressPolicy.operatorGiven()));
    }

    @Produces
    @Singleton
    DropRules dropRules() {
        DropRules usual = DropRules.DEFAULT;
        return new DropRules(
                usual.poll(),
                usual.slowestPoll(),
                Duration.ofSeconds(3),
                usual.firstPage(),
                usual.session(),
                usual.longest(),
                usual.held(),
                usual.perReplica(),
                usual.perServer(),
                20_000);
    }
}
