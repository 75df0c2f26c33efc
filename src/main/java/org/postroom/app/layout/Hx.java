package org.postroom.app.layout;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Whether a page or only its part is wanted: htmx asks with a header of its own. */
public final class Hx {

    /** The header that htmx sends. */
    public static final String REQUEST = "HX-Request";

    private static final String RESTORES_HISTORY = "HX-History-Restore-Request";
    private static final String TRUE = "true";

    private Hx() {}

    public static boolean wantsPart(ContainerRequestContext request) {
        return wantsPart(
                request.getHeaderString(REQUEST), request.getHeaderString(RESTORES_HISTORY));
    }

    public static boolean wantsPart(HttpHeaders headers) {
        return wantsPart(
                headers.getHeaderString(REQUEST), headers.getHeaderString(RESTORES_HISTORY));
    }

    private static boolean wantsPart(@Nullable String asks, @Nullable String restores) {
        return TRUE.equals(asks) && !TRUE.equals(restores);
    }
}
