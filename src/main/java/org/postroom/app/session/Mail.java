package org.postroom.app.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.postroom.protocol.MailStore;
import org.postroom.sessioncache.connection.StoreLeases;
import org.postroom.sessioncache.signin.SignedInSession;

/** The mail of whoever is signed in: a store is lent for the time of one piece of work. */
@RequestScoped
public class Mail {

    @Inject StoreLeases leases;
    @Inject CurrentSession current;

    /** A way to read that outlives the request, for what is streamed after it. */
    public interface Reading {
        /** As {@link Mail#read}. */
        <T> T read(Function<MailStore, T> work);
    }

    /** Reads for whoever is signed in now, also when this request is over. */
    public Reading reading() {
        return new LeasedReading(leases, current.get());
    }

    private record LeasedReading(StoreLeases leases, SignedInSession session) implements Reading {
        @Override
        public <T> T read(Function<MailStore, T> work) {
            return leases.read(session, work);
        }
    }

    /** Work that only looks, and may be done once more when the connection is lost. */
    public <T> T read(Function<MailStore, T> work) {
        return leases.read(current.get(), work);
    }

    /** Work that changes something, and is never done twice. */
    public <T> T write(Function<MailStore, T> work) {
        return leases.write(current.get(), work);
    }
}
