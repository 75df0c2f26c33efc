package org.postroom.app.telemetry;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.postroom.protocol.MailObserver.End;
import org.postroom.protocol.ServerEndpoint;

/** How the operator's mail servers answered last. */
@Singleton
public final class SeenServers {

    private final KnownServers known;
    private final Map<String, Boolean> answering = new ConcurrentHashMap<>();

    SeenServers(KnownServers known) {
        this.known = known;
    }

    /** Whether each server that was asked answers, by its protocol and name. */
    public Map<String, Boolean> answering() {
        return new TreeMap<>(answering);
    }

    void saw(ServerEndpoint server, End end) {
        if (known.hosts().contains(server.host()) && end != End.LEFT) {
            String protocol = server.protocol().name().toLowerCase(Locale.ROOT);
            answering.put(protocol + " " + server.host(), end != End.LOST);
        }
    }
}
