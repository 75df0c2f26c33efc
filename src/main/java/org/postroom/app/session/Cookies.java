package org.postroom.app.session;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * The cookies that Postroom sets; with {@code __Host-} no other site or path can set or read them
 * (RFC 6265bis §4.1.3).
 */
public final class Cookies {

    /** The session: id and key. */
    public static final String SESSION = "__Host-postroom";

    /** What the token of the sign-in form is made from, where there is no session yet. */
    public static final String BEFORE_SESSION = "__Host-postroom-form";

    /** The reader's time zone, set by a script; it also tells that scripts run here. */
    public static final String TIME_ZONE = "tz";

    private Cookies() {}

    /** Kept until the browser is closed. */
    public static NewCookie forThisBrowserRun(String name, String value) {
        return cookie(name, value, NewCookie.DEFAULT_MAX_AGE);
    }

    public static NewCookie kept(String name, String value, Duration age) {
        return cookie(name, value, Math.toIntExact(age.toSeconds()));
    }

    public static NewCookie removed(String name) {
        return cookie(name, "", 0);
    }

    private static NewCookie cookie(String name, String value, int maxAge) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(maxAge)
                .build();
    }
}
