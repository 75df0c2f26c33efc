package org.postroom.app.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.postroom.app.listing.ListAddress;
import org.postroom.app.listing.SearchAddress;
import org.postroom.app.session.SignedIn;

/** What a search finds. */
@Path("search")
@SignedIn
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SearchResource {

    @Inject SearchPages pages;

    @GET
    public Response search(
            @RestQuery @DefaultValue("") String q,
            @RestQuery Optional<String> in,
            @RestQuery Optional<String> scope,
            @RestQuery Optional<String> from) {
        SearchAddress address = SearchAddress.of(q, in, scope, from);
        if (q.isBlank()) {
            return Response.seeOther(URI.create(ListAddress.of(address.in()).href())).build();
        }
        return pages.search(address);
    }
}
