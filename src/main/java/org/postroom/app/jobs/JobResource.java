package org.postroom.app.jobs;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.postroom.app.layout.Href;
import org.postroom.app.session.SignedIn;
import org.postroom.sessioncache.jobs.JobId;

/** Long work: how far it is, and stopping it. */
@Path("jobs/{id}")
@SignedIn
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class JobResource {

    @Inject JobPages pages;

    @GET
    public String progress(@RestPath String id, @RestQuery @DefaultValue("/") String back) {
        return pages.progress(new JobId(id), Href.checked(back));
    }

    @POST
    @Path("stop")
    public Response stop(@RestPath String id, @FormParam("back") @DefaultValue("/") String back) {
        pages.stop(new JobId(id));
        String progress = Href.to("/jobs/" + id).with("back", Href.checked(back)).toString();
        return Response.seeOther(URI.create(progress)).build();
    }
}
