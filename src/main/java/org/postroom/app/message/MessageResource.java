package org.postroom.app.message;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.postroom.app.session.Reader;
import org.postroom.app.session.SignedIn;

/**
 * A message and its documents. Looking at it marks it as read; its body, source, parts and print do
 * not.
 */
@Path("message")
@SignedIn
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class MessageResource {

    @Inject Reader reader;
    @Inject MessageQuery query;
    @Inject MessagePages pages;
    @Inject BodyDocuments bodies;
    @Inject Files files;

    @GET
    public String message() {
        return pages.message(query.address());
    }

    @GET
    @Path("neighbour")
    public Response neighbour() {
        String address = pages.neighbour(query.address(), query.forward());
        // At the end of the list there is no message to put into the pane, but the list.
        return reader.wantsPart() && !address.startsWith("/message")
                ? Response.noContent().header("HX-Redirect", address).build()
                : Response.seeOther(URI.create(address)).build();
    }

    @GET
    @Path("body")
    public Response body() {
        return bodies.body(query.address(), query.path());
    }

    @GET
    @Path("print")
    public String print() {
        return pages.print(query.address());
    }

    @GET
    @Path("part")
    public Response part() {
        return files.part(query.address().key(), query.path());
    }

    @GET
    @Path("source")
    public Response source() {
        return files.source(query.address().key());
    }
}
