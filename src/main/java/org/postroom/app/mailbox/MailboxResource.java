package org.postroom.app.mailbox;

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
import org.postroom.app.session.SignedIn;

/** The list of a mailbox. */
@Path("/")
@SignedIn
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class MailboxResource {

    @Inject MailboxPages pages;

    @GET
    public Response inbox() {
        return Response.seeOther(URI.create(ListAddress.of("INBOX").href())).build();
    }

    @GET
    @Path("mailbox")
    public String list(
            @RestQuery @DefaultValue("INBOX") String name,
            @RestQuery Optional<String> sort,
            @RestQuery Optional<String> reverse,
            @RestQuery Optional<String> filter,
            @RestQuery Optional<String> page) {
        return pages.list(ListAddress.of(name, sort, reverse, filter, page));
    }
}
