package org.postroom.app.folders;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.postroom.app.session.SignedIn;

/** The folders themselves: create, rename and move, delete, keep in the list. */
@Path("mailboxes")
@SignedIn
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class FolderResource {

    @Inject FolderPages pages;

    @GET
    @Consumes(MediaType.WILDCARD)
    public String all() {
        return pages.all();
    }

    @POST
    public Response create(MultivaluedMap<String, String> fields) {
        return pages.create(new FolderForm(fields));
    }

    @POST
    @Path("renames")
    public Response rename(MultivaluedMap<String, String> fields) {
        return pages.rename(new FolderForm(fields));
    }

    @POST
    @Path("deletions")
    public Response delete(MultivaluedMap<String, String> fields) {
        return pages.delete(new FolderForm(fields));
    }

    @POST
    @Path("subscriptions")
    public Response subscribe(MultivaluedMap<String, String> fields) {
        return pages.subscribe(new FolderForm(fields));
    }
}
