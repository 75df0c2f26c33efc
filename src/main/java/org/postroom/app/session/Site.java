package org.postroom.app.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postroom.app.wiring.PostroomConfig;

/**
 * The address at which browsers see Postroom: what the operator says, else what this request says.
 */
@RequestScoped
public class Site {

    private static final Set<String> THIS_MACHINE =
            Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    @Inject PostroomConfig config;
    @Context UriInfo uri;

    /** Scheme, host and port, such as {@code https://mail.example.org}. */
    public String origin() {
        return origin(config.publicUrl().map(URI::create).orElseGet(uri::getBaseUri));
    }

    /**
     * Whether an {@code Origin} header names this site (RFC 6454); anything that is no origin does
     * not.
     */
    public boolean is(String origin) {
        return origin.equalsIgnoreCase(origin(uri.getBaseUri()))
                || origin.equalsIgnoreCase(origin());
    }

    /**
     * Whether browsers keep a {@code Secure} cookie from here: one that comes without TLS is kept
     * from this very machine only.
     */
    public boolean keepsCookies() {
        URI own = uri.getBaseUri();
        boolean behindTls =
                config.publicUrl()
                        .map(URI::create)
                        .filter(url -> "https".equalsIgnoreCase(url.getScheme()))
                        .filter(url -> sameHost(url, own))
                        .isPresent();
        return behindTls || "https".equals(own.getScheme()) || THIS_MACHINE.contains(own.getHost());
    }

    private static boolean sameHost(URI a, URI b) {
        return Optional.ofNullable(a.getHost())
                .filter(h -> h.equalsIgnoreCase(b.getHost()))
                .isPresent();
    }

    private static String origin(URI url) {
        return (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
