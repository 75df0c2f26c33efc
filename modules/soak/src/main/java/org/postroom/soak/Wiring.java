package org.postroom.soak;

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
import org.postroom.sessioncache.drop.Pop3Stores;
import org.postroom.sessioncache.signin.OperatorSecret;

/** What the application gives to the session cache, as little of it as this program needs. */
class Wiring {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Produces
    @Singleton
    OperatorSecret secret() {
        return new OperatorSecret(new byte[OperatorSecret.MIN_LENGTH], Optional.empty());
    }

    @Produces
    @Singleton
    Maildrops maildrops() {
        MailNetwork network =
                new MailNetwork(new Timeouts(PATIENCE, PATIENCE, PATIENCE), Optional.empty());
        return new Pop3Maildrops(network, _ -> AddressPolicy.operatorGiven());
    }

    @Produces
    @Singleton
    MailStoreFactory stores(Pop3Stores stores) {
        return stores;
    }

    /** A killed program's turn with the drop ends at once, so that the next one gets further. */
    @Produces
    @Singleton
    DropRules rules() {
        DropRules usual = DropRules.DEFAULT;
        return new DropRules(
                Duration.ofMillis(100),
                Duration.ofMillis(100),
                Duration.ofSeconds(2),
                usual.firstPage(),
                usual.session(),
                usual.longest(),
                Duration.ofSeconds(2),
                usual.perReplica(),
                usual.perServer(),
                usual.maxMessages());
    }
}
