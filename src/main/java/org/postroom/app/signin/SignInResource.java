package org.postroom.app.signin;

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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.postroom.app.session.SignedIn;

/** Signing in and out. */
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SignInResource {

    @Inject SignInPages pages;

    @GET
    @Path("login")
    public Response form(@RestQuery Optional<String> next, @RestQuery Optional<String> changed) {
        return pages.form(next.orElse(""), changed.isPresent());
    }

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(MultivaluedMap<String, String> fields) {
        return pages.signIn(new SignInForm(fields));
    }

    @POST
    @Path("logout")
    @SignedIn
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut(MultivaluedMap<String, String> fields) {
        return pages.signOut();
    }
}
