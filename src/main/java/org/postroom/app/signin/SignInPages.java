package org.postroom.app.signin;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.AccessSentences;
import org.postroom.app.layout.BadInput;
import org.postroom.app.layout.ErrorNote;
import org.postroom.app.layout.Hidden;
import org.postroom.app.layout.Html;
import org.postroom.app.layout.TroubleSentences;
import org.postroom.app.session.Cookies;
import org.postroom.app.session.CurrentSession;
import org.postroom.app.session.Site;
import org.postroom.app.wiring.PostroomConfig;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.discovery.DiscoverySettings;
import org.postroom.sessioncache.connection.StoreLeases;
import org.postroom.sessioncache.jobs.Jobs;
import org.postroom.sessioncache.signin.ClientNetwork;
import org.postroom.sessioncache.signin.CsrfSecret;
import org.postroom.sessioncache.signin.CsrfTokens;
import org.postroom.sessioncache.signin.OpenedSession;
import org.postroom.sessioncache.signin.Sessions;
import org.postroom.sessioncache.signin.SignedInSession;

/** The sign-in page, what comes of its form, and signing out. */
@RequestScoped
class SignInPages {

    private static final Logger AUDIT = Logger.getLogger("org.postroom.audit");

    @Inject SignIns signIns;
    @Inject SignInSentences sentences;
    @Inject AccessSentences say;
    @Inject TroubleSentences troubles;
    @Inject Sessions sessions;
    @Inject StoreLeases leases;
    @Inject Jobs jobs;
    @Inject CurrentSession current;
    @Inject PostroomConfig config;
    @Inject DiscoverySettings servers;
    @Inject RoutingContext routing;
    @Inject Site site;
    @Context HttpHeaders headers;

    Response form(String next, boolean changed) {
        ErrorNote note =
                site.keepsCookies()
                        ? changed
                                ? new ErrorNote(
                                        troubles.passwordChanged(),
                                        troubles.passwordChangedDetail(),
                                        null)
                                : null
                        : sentences.unprotected();
        Blank blank = new Blank(knownAddress().filter(_ -> changed).orElse(""), next);
        Answer answer = new Answer(note, "", replaced().orElse(null), List.of());
        return shown(Status.OK, blank, answer);
    }

    Response signIn(SignInForm form) {
        Blank typed = new Blank(form);
        if (!site.keepsCookies()) {
            return shown(Status.BAD_REQUEST, typed, Answer.of(sentences.unprotected()));
        }
        if (!form.isComplete() || !serverIsSensible(form)) {
            ErrorNote note = sentences.incomplete(form.isComplete());
            return shown(Status.BAD_REQUEST, typed, Answer.of(note));
        }
        SignInOutcome outcome = signIns.attempt(form, network());
        AUDIT.infof("sign-in %s", outcome.getClass().getSimpleName());
        return outcome instanceof SignInOutcome.In in
                ? signedIn(in.session(), form.next())
                : notSignedIn(outcome, typed);
    }

    private Response notSignedIn(SignInOutcome outcome, Blank typed) {
        if (outcome instanceof SignInOutcome.Ask ask) {
            List<Hidden> agreed = List.of(new Hidden("confirm", ask.host()));
            Answer question = new Answer(null, "", say.confirmServer(ask.host()), agreed);
            return shown(Status.UNAUTHORIZED, typed, question);
        }
        boolean later =
                outcome instanceof SignInOutcome.Wait || outcome instanceof SignInOutcome.Delayed;
        Status status = later ? Status.TOO_MANY_REQUESTS : Status.UNAUTHORIZED;
        String hint = outcome instanceof SignInOutcome.Refused ? say.appPasswordHint() : "";
        return shown(status, typed, new Answer(sentences.of(outcome), hint, null, List.of()));
    }

    private boolean serverIsSensible(SignInForm form) {
        try {
            form.protocol();
            return form.server().isEmpty() || config.userServersAllowed();
        } catch (BadInput _) {
            return false;
        }
    }

    private Response signedIn(OpenedSession opened, String next) {
        old().ifPresent(this::end);
        NewCookie cookie =
                opened.cookieMaxAge()
                        .map(age -> Cookies.kept(Cookies.SESSION, opened.cookieValue(), age))
                        .orElseGet(
                                () ->
                                        Cookies.forThisBrowserRun(
                                                Cookies.SESSION, opened.cookieValue()));
        return Response.seeOther(URI.create(next))
                .cookie(cookie, Cookies.removed(Cookies.BEFORE_SESSION))
                .build();
    }

    Response signOut() {
        end(current.get());
        AUDIT.info("sign-out");
        return Response.seeOther(URI.create("/login"))
                .cookie(Cookies.removed(Cookies.SESSION))
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .build();
    }

    private void end(SignedInSession session) {
        jobs.requestStopOfAll(session);
        leases.evictAll(session);
        sessions.close(session);
    }

    private Optional<SignedInSession> old() {
        return cookie(Cookies.SESSION).flatMap(sessions::find);
    }

    private Optional<String> knownAddress() {
        return old().map(SignedInSession::address);
    }

    private Optional<String> replaced() {
        return knownAddress().map(say::replacesSession);
    }

    private Optional<String> cookie(String name) {
        return Optional.ofNullable(headers.getCookies().get(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    private ClientNetwork network() {
        return ClientNetwork.of(
                ClientAddress.of(
                        routing.request().connection().remoteAddress().hostAddress(),
                        headers.getRequestHeader("X-Forwarded-For"),
                        config.trustedProxies().orElse(List.of())));
    }

    /** What stands in the fields. */
    private record Blank(String username, boolean stay, String next, ServerFields servers) {
        Blank(String username, String next) {
            this(username, false, next, ServerFields.BLANK);
        }

        Blank(SignInForm form) {
            this(form.username(), form.stay(), form.next(), ServerFields.of(form));
        }
    }

    /** What is said to it; {@code agreed} is sent along when the form comes once more. */
    private record Answer(
            @Nullable ErrorNote error,
            String hint,
            @Nullable String question,
            List<Hidden> agreed) {
        static Answer of(ErrorNote error) {
            return new Answer(error, "", null, List.of());
        }
    }

    private Response shown(Status status, Blank blank, Answer answer) {
        Optional<String> before = cookie(Cookies.BEFORE_SESSION);
        String value = before.orElseGet(CsrfSecret::newPreSessionCookie);
        SignInPage page = page(blank, answer, CsrfTokens.issue(CsrfSecret.ofPreSession(value)));
        Response.ResponseBuilder response = Response.status(status).entity(Html.of(page));
        if (before.isEmpty()) {
            response.cookie(Cookies.forThisBrowserRun(Cookies.BEFORE_SESSION, value));
        }
        return response.build();
    }

    private SignInPage page(Blank blank, Answer answer, String csrf) {
        List<Hidden> fields = new ArrayList<>(answer.agreed());
        if (!blank.next().isEmpty() && !blank.next().equals("/")) {
            fields.add(new Hidden("next", blank.next()));
        }
        return new SignInPage(
                "en",
                "ltr",
                csrf,
                fields,
                blank.username(),
                blank.stay(),
                answer.error(),
                answer.hint(),
                answer.question(),
                offered(blank.servers()));
    }

    /** Where the operator names servers of one kind only, there is nothing to choose. */
    private @Nullable ServerFields offered(ServerFields fields) {
        boolean both = servers.name(Protocol.IMAP) && servers.name(Protocol.POP3);
        return both || config.userServersAllowed()
                ? fields.allowing(config.userServersAllowed(), config.allowCleartext())
                : null;
    }
}
