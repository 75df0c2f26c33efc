package org.postroom.app.session;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Optional;
import org.postroom.app.layout.Hx;
import org.postroom.sessioncache.signin.Sessions;
import org.postroom.sessioncache.signin.SignedInSession;

/** Finds the session behind the cookie, or sends to the sign-in page. */
@Provider
@SignedIn
@Priority(Priorities.AUTHENTICATION)
public class SessionFilter implements ContainerRequestFilter {

    private static final URI LOGIN = URI.create("/login");

    @Inject Sessions sessions;
    @Inject CurrentSession current;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<SignedInSession> session =
                Optional.ofNullable(request.getCookies().get(Cookies.SESSION))
                        .map(Cookie::getValue)
                        .flatMap(sessions::find);
        session.ifPresentOrElse(current::found, () -> request.abortWith(toSignIn(request)));
    }

    private static Response toSignIn(ContainerRequestContext request) {
        if (Hx.asks(request)) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .header("HX-Redirect", LOGIN)
                    .build();
        }
        return Response.seeOther(LOGIN).build();
    }
}
