package org.postroom.app.failure;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.postroom.app.layout.BadInput;
import org.postroom.app.layout.Href;
import org.postroom.app.layout.Hx;
import org.postroom.app.session.CurrentSession;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.StorageFailed;
import org.postroom.sessioncache.connection.StoreLeases;
import org.postroom.sessioncache.local.LocalDatabase;
import org.postroom.sessioncache.signin.Sessions;
import org.postroom.sessioncache.signin.SignedInSession;

/** Shows failures; the one place that does. */
public class FailureMappers {

    private static final Logger LOG = Logger.getLogger(FailureMappers.class);
    private static final int INCIDENT = 8;

    /** How the form reader of the framework begins. */
    private static final String NOT_DECODED = "Failed to decode URL";

    @Inject FailureSentences sentences;
    @Inject FailurePages pages;
    @Inject CurrentSession current;
    @Inject Sessions sessions;
    @Inject StoreLeases leases;

    @ServerExceptionMapper
    public Response mail(MailException failure, ContainerRequestContext request) {
        if (failure instanceof MailException.AuthenticationFailed) {
            return askAgain(request);
        }
        LOG.infof("%s: %s", failure.getClass().getSimpleName(), failure.getMessage());
        String host = current.find().map(session -> session.endpoint().host()).orElse("");
        String again = request.getMethod().equals(HttpMethod.GET) ? address(request) : null;
        return shown(sentences.of(failure, host, again), request);
    }

    @ServerExceptionMapper
    public Response input(BadInput input, ContainerRequestContext request) {
        return shown(sentences.of(input), request);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException failure, ContainerRequestContext request) {
        Response response = failure.getResponse();
        int status = response.getStatus();
        if (status < Status.BAD_REQUEST.getStatusCode()) {
            return response;
        }
        if (status == Status.NOT_FOUND.getStatusCode()
                || status == Status.METHOD_NOT_ALLOWED.getStatusCode()) {
            return shown(sentences.noSuchPage(status), request);
        }
        if (status == Status.TOO_MANY_REQUESTS.getStatusCode()) {
            return shown(sentences.tooMuchAtOnce(), request);
        }
        return status < Status.INTERNAL_SERVER_ERROR.getStatusCode()
                ? shown(sentences.badRequest(), request)
                : unexpected(failure, request);
    }

    /** A form whose percent signs are no encoding is the sender's fault, and only that. */
    @ServerExceptionMapper
    public Response argument(IllegalArgumentException failure, ContainerRequestContext request) {
        return String.valueOf(failure.getMessage()).startsWith(NOT_DECODED)
                ? shown(sentences.badRequest(), request)
                : unexpected(failure, request);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, ContainerRequestContext request) {
        if (LocalDatabase.isAway(failure)) {
            return mail(new StorageFailed("The database is away", failure), request);
        }
        String incident = UUID.randomUUID().toString().substring(0, INCIDENT);
        LOG.errorf(failure, "Incident %s", incident);
        return shown(sentences.ours(incident), request);
    }

    // The page is kept: after signing in again the reader is back on it.
    private Response askAgain(ContainerRequestContext request) {
        current.find().ifPresent(this::end);
        Href login = Href.to("/login").with("changed", "true");
        if (request.getMethod().equals(HttpMethod.GET)) {
            login.with("next", address(request));
        }
        return Hx.asks(request)
                ? Response.status(Status.UNAUTHORIZED).header("HX-Redirect", login).build()
                : Response.seeOther(URI.create(login.toString())).build();
    }

    // With a password that the server no longer takes, every page would ask it once more.
    private void end(SignedInSession session) {
        leases.evictAll(session);
        sessions.close(session);
    }

    private Response shown(Failure failure, ContainerRequestContext request) {
        Response.ResponseBuilder response =
                Response.status(failure.status()).type(MediaType.TEXT_HTML_TYPE);
        if (Hx.wantsPart(request)) {
            return response.header("HX-Retarget", "#notice")
                    .header("HX-Reswap", "innerHTML")
                    .entity(pages.part(failure))
                    .build();
        }
        return response.entity(pages.page(failure)).build();
    }

    private static String address(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        return uri.getRawQuery() == null
                ? uri.getRawPath()
                : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
