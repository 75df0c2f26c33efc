package org.postroom.app.changes;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.postroom.app.session.SignedIn;

/** Changes of messages, and the way back. */
@Path("/")
@SignedIn
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class ChangeResource {

    @Inject ChangePages pages;

    @POST
    @Path("changes")
    public Response change(MultivaluedMap<String, String> fields) {
        return pages.change(new ChangeForm(fields));
    }

    @POST
    @Path("undo")
    public Response undo(MultivaluedMap<String, String> fields) {
        return pages.undo(new UpkeepForm(fields));
    }
}
