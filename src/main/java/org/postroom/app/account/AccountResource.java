package org.postroom.app.account;

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

/** How the account is, and what is kept of it. */
@Path("/")
@SignedIn
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class AccountResource {

    @Inject HealthPages health;
    @Inject SettingsPages settings;

    @GET
    @Path("account")
    public String health() {
        return health.page();
    }

    @POST
    @Path("account/checks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(MultivaluedMap<String, String> fields) {
        return health.check();
    }

    @GET
    @Path("settings")
    public String settings() {
        return settings.page();
    }

    @POST
    @Path("settings/modes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mode(MultivaluedMap<String, String> fields) {
        return settings.save(new ModeForm(fields));
    }
}
