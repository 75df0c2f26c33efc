package org.postroom.app.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.postroom.sessioncache.connection.LeaseRules;
import org.postroom.sessioncache.drop.DropRules;
import org.postroom.sessioncache.local.LocalRules;
import org.postroom.sessioncache.signin.OperatorSecret;
import org.postroom.sessioncache.signin.SignInRules;

/** What the session cache needs to know of the configuration. */
class CacheWiring {

    private static byte[] bytes(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    @Produces
    @Singleton
    OperatorSecret operatorSecret(PostroomConfig config) {
        return new OperatorSecret(
                bytes(config.secret().orElseThrow()),
                config.secretPrevious().map(CacheWiring::bytes));
    }

    @Produces
    @Singleton
    SignInRules signInRules(PostroomConfig config) {
        return new SignInRules(
                config.signinLimitPerNetwork(),
                config.signinFailuresPerAccount(),
                // Without a limit for a network there is none for all networks either.
                config.signinLimitPerNetwork() == 0 ? 0 : SignInRules.DEFAULT.overall());
    }

    @Produces
    @Singleton
    LeaseRules leaseRules(PostroomConfig config) {
        LeaseRules rules = LeaseRules.DEFAULT;
        return new LeaseRules(
                config.imapConnections(),
                rules.perServer(),
                rules.patience(),
                rules.idleAtMost(),
                rules.trustedIdle());
    }

    @Produces
    @Singleton
    DropRules dropRules(PostroomConfig config) {
        return DropRules.DEFAULT.withPoll(config.pop3Poll());
    }

    @Produces
    @Singleton
    LocalRules localRules(PostroomConfig config) {
        return new LocalRules(config.pop3Quota().asLongValue());
    }
}
