package org.postroom.sessioncache;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.postroom.protocol.MailStoreFactory;
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
}
