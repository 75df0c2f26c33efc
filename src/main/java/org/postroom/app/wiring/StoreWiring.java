package org.postroom.app.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailStoreFactory;

/** The one place that names concrete stores. */
class StoreWiring {

    @Produces
    @Singleton
    MailStoreFactory stores() {
        return (endpoint, _) -> {
            throw new ServerUnreachable(
                    ServerUnreachable.Reason.NOT_USABLE, "No store speaks with " + endpoint, null);
        };
    }
}
