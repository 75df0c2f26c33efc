package org.postroom.sessioncache;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postroom.sessioncache.connection.LeaseRules;
import org.postroom.sessioncache.drop.DropRules;
import org.postroom.sessioncache.local.LocalRules;
import org.postroom.sessioncache.signin.SignInRules;

/** The rules that hold where the application produces no others. */
class Defaults {

    @Produces
    @Singleton
    @DefaultBean
    LeaseRules leaseRules() {
        return LeaseRules.DEFAULT;
    }

    @Produces
    @Singleton
    @DefaultBean
    SignInRules signInRules() {
        return SignInRules.DEFAULT;
    }

    @Produces
    @Singleton
    @DefaultBean
    DropRules dropRules() {
        return DropRules.DEFAULT;
    }

    @Produces
    @Singleton
    @DefaultBean
    LocalRules localRules() {
        return LocalRules.UNLIMITED;
    }
}
