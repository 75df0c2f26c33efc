package org.postroom.app.layout;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The headers that every response has, whoever made it: pages, documents, assets, failures. What a
 * resource has set itself stays.
 */
@Singleton
public class SecurityHeaders {

    /** Of pages: everything comes from here, no inline script or style, never in a frame. */
    static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self';"
                    + " base-uri 'none'; object-src 'none'; manifest-src 'self';"
                    + " frame-ancestors 'none'";

    static final String PERSONAL = "no-store, private";

    private static final int EARLY = 1000;

    private static final Map<String, String> EVERYWHERE =
            Map.of(
                    "Content-Security-Policy", PAGE_POLICY,
                    "X-Content-Type-Options", "nosniff",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Referrer-Policy", "no-referrer",
                    "X-DNS-Prefetch-Control", "off",
                    "Permissions-Policy",
                            "accelerometer=(), camera=(), display-capture=(), geolocation=(),"
                                    + " gyroscope=(), magnetometer=(), microphone=(), midi=(),"
                                    + " payment=(), publickey-credentials-get=(), usb=()",
                    "Cache-Control", PERSONAL);

    private final boolean publicAddressIsHttps;

    SecurityHeaders(@ConfigProperty(name = "postroom.public-url") Optional<String> publicUrl) {
        publicAddressIsHttps = publicUrl.filter(url -> url.startsWith("https:")).isPresent();
    }

    /** Before all others, so that not even a refusal of theirs goes without. */
    void install(@Observes Filters filters) {
        filters.register(this::secure, EARLY);
    }

    private void secure(RoutingContext context) {
        context.addHeadersEndHandler(_ -> complete(context));
        context.next();
    }

    private void complete(RoutingContext context) {
        HttpServerRequest request = context.request();
        MultiMap headers = context.response().headers();
        complete(headers, publicAddressIsHttps || "https".equals(request.scheme()));
    }

    static void complete(MultiMap headers, boolean https) {
        EVERYWHERE.forEach(
                (name, value) -> {
                    if (!headers.contains(name)) {
                        headers.set(name, value);
                    }
                });
        headers.add("Vary", Hx.REQUEST);
        if (https) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
