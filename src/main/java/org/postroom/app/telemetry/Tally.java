package org.postroom.app.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.postroom.protocol.ServerEndpoint;

/** Counts what people do here; every label has few values. */
@Singleton
public final class Tally {

    /** The names of an account's folders. */
    public static final String FOLDERS = "folders";

    private static final String NONE = "none";

    private final MeterRegistry registry;
    private final KnownServers servers;

    Tally(MeterRegistry registry, KnownServers servers) {
        this.registry = registry;
        this.servers = servers;
    }

    /** How a sign-in ended. */
    public enum SignIn {
        ACCEPTED,
        REFUSED,
        UNREACHABLE,
        DELAYED,
        LIMITED,
        UNKNOWN,
        UNCONFIRMED,
        FORBIDDEN
    }

    /** What became of a remote picture. */
    public enum Picture {
        SHOWN,
        REFUSED,
        BUSY
    }

    /** A sign-in for which a mail server was asked. */
    public void signIn(SignIn outcome, ServerEndpoint server) {
        signIns(outcome, word(server.protocol()), servers.label(server.host())).increment();
    }

    /** A sign-in for which no mail server was asked. */
    public void signIn(SignIn outcome) {
        signIns(outcome, NONE, NONE).increment();
    }

    /** A remote picture that a reader asked for. */
    public void picture(Picture outcome) {
        pictures(outcome).increment();
    }

    /** A look into a cache. */
    public void cache(String cache, boolean hit) {
        caches(cache, hit).increment();
    }

    /** What may happen is there with a zero before it happens: an increase can be seen. */
    void begin() {
        for (SignIn outcome : SignIn.values()) {
            signIns(outcome, NONE, NONE);
        }
        for (Picture outcome : Picture.values()) {
            pictures(outcome);
        }
        caches(FOLDERS, true);
        caches(FOLDERS, false);
    }

    private Counter signIns(SignIn outcome, String protocol, String server) {
        return registry.counter(
                "postroom.signins",
                "outcome",
                word(outcome),
                "protocol",
                protocol,
                "server",
                server);
    }

    private Counter pictures(Picture outcome) {
        return registry.counter("postroom.pictures", "outcome", word(outcome));
    }

    private Counter caches(String cache, boolean hit) {
        return registry.counter(
                "postroom.cache.requests", "cache", cache, "result", hit ? "hit" : "miss");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
