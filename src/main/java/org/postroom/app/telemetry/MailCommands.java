package org.postroom.app.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
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
    private final Tracer tracer;

    MailCommands(MeterRegistry registry, KnownServers servers, SeenServers seen, Tracer tracer) {
        this.registry = registry;
        this.servers = servers;
        this.seen = seen;
        this.tracer = tracer;
    }

    @Override
    public Observed began(ServerEndpoint server, String command) {
        long start = System.nanoTime();
        Span span = span(server, command);
        return end -> {
            seen.saw(server, end);
            ended(tags(server, command), System.nanoTime() - start, end);
            if (end == End.REFUSED || end == End.LOST) {
                span.setStatus(StatusCode.ERROR, word(end));
            }
            span.end();
        };
    }

    /** Within the span of the page that needs it, where there is one. */
    private Span span(ServerEndpoint server, String command) {
        return tracer.spanBuilder(command)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("network.protocol.name", word(server.protocol()))
                .setAttribute("server.address", servers.label(server.host()))
                .startSpan();
    }

    private void ended(Tags tags, long nanos, End end) {
        registry.timer(NAME, tags).record(Duration.ofNanos(nanos));
        if (end == End.REFUSED || end == End.LOST) {
            registry.counter(NAME + ".errors", tags.and("kind", word(end))).increment();
        }
    }

    private Tags tags(ServerEndpoint server, String command) {
        return Tags.of(
                "protocol",
                word(server.protocol()),
                "command",
                command,
                "server",
                servers.label(server.host()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
