package org.postroom.app.layout;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether a page or only its part is wanted: htmx asks with a header of its own. */
public final class Hx {

    /** The header that htmx sends. */
    public static final String REQUEST = "HX-Request";

    private static final String BOOSTED = "HX-Boosted";
    private static final String RESTORES_HISTORY = "HX-History-Restore-Request";
    private static final String TRUE = "true";

    private Hx() {}

    /** Links and forms that htmx has taken over are answered with whole pages all the same. */
    public static boolean wantsPart(ContainerRequestContext request) {
        return wantsPart(request::getHeaderString);
    }

    /** As above. */
    public static boolean wantsPart(HttpHeaders headers) {
        return wantsPart(headers::getHeaderString);
    }

    /** Whether htmx asks at all, so that the answer can tell it to leave this page. */
    public static boolean asks(ContainerRequestContext request) {
        return TRUE.equals(request.getHeaderString(REQUEST));
    }

    private static boolean wantsPart(Function<String, @Nullable String> header) {
        return TRUE.equals(header.apply(REQUEST))
                && !TRUE.equals(header.apply(RESTORES_HISTORY))
                && !TRUE.equals(header.apply(BOOSTED));
    }
}
