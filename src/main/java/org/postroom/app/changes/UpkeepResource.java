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

/**
 * Changes of all messages of a mailbox. The path of the class is that of the other requests about
 * mailboxes: a shorter one would never be asked.
 */
@Path("mailboxes")
@SignedIn
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class UpkeepResource {

    @Inject ChangePages pages;

    @POST
    @Path("readings")
    public Response readAll(MultivaluedMap<String, String> fields) {
        return pages.readAll(new UpkeepForm(fields));
    }

    @POST
    @Path("emptyings")
    public Response empty(MultivaluedMap<String, String> fields) {
        return pages.empty(new UpkeepForm(fields));
    }
}
