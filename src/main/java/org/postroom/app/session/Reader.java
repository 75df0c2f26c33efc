package org.postroom.app.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.Hx;

/** What the browser tells about its reader. */
@RequestScoped
public class Reader {

    @Context HttpHeaders headers;
    @Inject Clock clock;

    /** Whether only the part of the page that changes is wanted. */
    public boolean wantsPart() {
        return Hx.wantsPart(headers);
    }

    /** Whether scripts run in this browser. */
    public boolean hasScript() {
        return headers.getCookies().containsKey(Cookies.TIME_ZONE);
    }

    /**
     * Whether somebody opens this, and no machine fetches it ahead (Fetch Metadata, {@code
     * Sec-Purpose}).
     */
    public boolean isPrefetch() {
        String purpose = headers.getHeaderString("Sec-Purpose");
        return purpose != null && purpose.contains("prefetch");
    }

    public Formats formats() {
        return new Formats(zone(), clock);
    }

    /** The reader's time zone, else the operator's. */
    public ZoneId zone() {
        return Optional.ofNullable(headers.getCookies().get(Cookies.TIME_ZONE))
                .map(Cookie::getValue)
                .flatMap(Reader::zone)
                .orElse(ZoneId.systemDefault());
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(URLDecoder.decode(name, StandardCharsets.UTF_8)));
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
