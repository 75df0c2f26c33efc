package org.postroom.app.layout;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells caches that one address has two renderings. */
public class HxVary {

    @ServerResponseFilter
    public void vary(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (type != null && MediaType.TEXT_HTML_TYPE.isCompatible(type)) {
            response.getHeaders().add(HttpHeaders.VARY, Hx.REQUEST);
        }
    }
}
