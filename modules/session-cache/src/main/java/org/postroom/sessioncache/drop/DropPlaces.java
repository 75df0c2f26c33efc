package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.postroom.protocol.ServerEndpoint;

/** So many sessions with maildrops at a time, and of these so many with one server; in turn. */
@ApplicationScoped
class DropPlaces {

    private final Semaphore all;
    private final int perServer;
    private final Map<ServerEndpoint, Server> servers = new HashMap<>();

    private static final class Server {
        private final Semaphore places;
        private int users;

        Server(int count) {
            places = new Semaphore(count, true);
        }
    }

    DropPlaces(DropRules rules) {
        all = new Semaphore(rules.perReplica(), true);
        perServer = rules.perServer();
    }

    /** A place that is held until it is closed. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** A place, if one is free now and nobody waits for it. */
    Optional<Place> take(ServerEndpoint server) {
        Server entered = enter(server);
        if (entered.places.tryAcquire()) {
            if (all.tryAcquire()) {
                return Optional.of(() -> free(server, entered));
            }
            entered.places.release();
        }
        leave(server, entered);
        return Optional.empty();
    }

    /** Waits for a place. */
    Place await(ServerEndpoint server) throws InterruptedException {
        Server entered = enter(server);
        boolean waiting = true;
        try {
            entered.places.acquire();
            try {
                all.acquire();
                waiting = false;
            } finally {
                if (waiting) {
                    entered.places.release();
                }
            }
        } finally {
            if (waiting) {
                leave(server, entered);
            }
        }
        return () -> free(server, entered);
    }

    private void free(ServerEndpoint server, Server entered) {
        all.release();
        entered.places.release();
        leave(server, entered);
    }

    private synchronized Server enter(ServerEndpoint server) {
        Server entered = servers.computeIfAbsent(server, _ -> new Server(perServer));
        entered.users++;
        return entered;
    }

    private synchronized void leave(ServerEndpoint server, Server entered) {
        entered.users--;
        if (entered.users == 0) {
            servers.remove(server);
        }
    }
}
