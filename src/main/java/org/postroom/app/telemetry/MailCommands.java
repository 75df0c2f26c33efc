package org.postroom.app.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.postroom.protocol.MailObserver;
import org.postroom.protocol.ServerEndpoint;

/** How long mail servers take for each command, and how often they fail. */
@Singleton
public final class MailCommands implements MailObserver {

    static final String NAME = "postroom.mail.command";

    private final MeterRegistry registry;
    private final KnownServers servers;
    private final SeenServers seen;

    MailCommands(MeterRegistry registry, KnownServers servers, SeenServers seen) {
        this.registry = registry;
        this.servers = servers;
        this.seen = seen;
    }

    @Override
    public Observed began(ServerEndpoint server, String command) {
        long start = System.nanoTime();
        return end -> {
            seen.saw(server, end);
            ended(tags(server, command), System.nanoTime() - start, end);
        };
    }

    private void ended(Tags tags, long nanos, End end) {
        registry.timer(NAME, tags).record(Duration.ofNanos(nanos));
        if (end == End.REFUSED || end == End.LOST) {
            String kind = end.name().toLowerCase(Locale.ROOT);
            registry.counter(NAME + ".errors", tags.and("kind", kind)).increment();
        }
    }

    private Tags tags(ServerEndpoint server, String command) {
        return Tags.of(
                "protocol",
                server.protocol().name().toLowerCase(Locale.ROOT),
                "command",
                command,
                "server",
                servers.label(server.host()));
    }
}
