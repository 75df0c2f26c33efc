package org.postroom.app.session;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.BadInput;
import org.postroom.sessioncache.signin.CsrfSecret;
import org.postroom.sessioncache.signin.CsrfTokens;
import org.postroom.sessioncache.signin.SignedInSession;

/**
 * Lets a form pass only when it came from a page of ours: the browser says so ({@code
 * Sec-Fetch-Site}, else {@code Origin}) and the token in the form proves it. Where a browser says
 * nothing, the token decides.
 */
public class CsrfFilter {

    /** The form field that holds the token. */
    static final String FIELD = "csrf-token";

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Inject CurrentSession current;
    @Inject Site site;

    /** After the session was looked up, before anything is done. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    @WithFormRead
    public void check(ResteasyReactiveContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        if (comesFromElsewhere(request) || !tokenIsOurs(request)) {
            throw new BadInput(BadInput.Reason.FORGED);
        }
    }

    private boolean comesFromElsewhere(ContainerRequestContext request) {
        String from = request.getHeaderString("Sec-Fetch-Site");
        if (from != null) {
            return !OURS.contains(from);
        }
        String origin = request.getHeaderString("Origin");
        return origin != null && !site.is(origin);
    }

    private boolean tokenIsOurs(ResteasyReactiveContainerRequestContext request) {
        Optional<String> token = Optional.ofNullable(token(request));
        Optional<CsrfSecret> secret =
                current.find()
                        .map(SignedInSession::csrf)
                        .or(
                                () ->
                                        Optional.ofNullable(
                                                        request.getCookies()
                                                                .get(Cookies.BEFORE_SESSION))
                                                .map(Cookie::getValue)
                                                .map(CsrfSecret::ofPreSession));
        return token.isPresent()
                && secret.isPresent()
                && CsrfTokens.matches(secret.get(), token.get());
    }

    private static @Nullable String token(ResteasyReactiveContainerRequestContext request) {
        String header = request.getHeaderString(HEADER);
        if (header != null) {
            return header;
        }
        ResteasyReactiveRequestContext context =
                (ResteasyReactiveRequestContext) request.getServerRequestContext();
        FormData form = context.getFormData();
        FormValue field = form == null ? null : form.getFirst(FIELD);
        return field == null || field.isFileItem() ? null : field.getValue();
    }
}
