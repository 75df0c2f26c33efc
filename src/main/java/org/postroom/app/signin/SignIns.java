package org.postroom.app.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.postroom.app.telemetry.Tally;
import org.postroom.app.telemetry.Tally.SignIn;
import org.postroom.app.wiring.Candidate;
import org.postroom.app.wiring.CandidateFinder;
import org.postroom.app.wiring.PostroomConfig;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.sessioncache.connection.StoreLeases;
import org.postroom.sessioncache.signin.AcceptedSignIn;
import org.postroom.sessioncache.signin.ClientNetwork;
import org.postroom.sessioncache.signin.OpenedSession;
import org.postroom.sessioncache.signin.Sessions;
import org.postroom.sessioncache.signin.SignInAttempt;
import org.postroom.sessioncache.signin.SignInDecision;
import org.postroom.sessioncache.signin.SignInLimits;

/**
 * Signs people in: always on a new connection, and a password that one server has refused goes to
 * no other (SECURITY rules 10 and 18).
 */
@ApplicationScoped
class SignIns {

    private static final Logger LOG = Logger.getLogger(SignIns.class);

    /**
     * A typed or discovered server that cannot be used is told after this time, whatever it was.
     */
    private static final Duration SAME_FOR_ALL = Duration.ofSeconds(3);

    @Inject PostroomConfig config;
    @Inject CandidateFinder finder;
    @Inject SignInLimits limits;
    @Inject StoreLeases leases;
    @Inject Sessions sessions;
    @Inject Tally tally;

    SignInOutcome attempt(SignInForm form, ClientNetwork network) {
        SignInOutcome outcome = attempted(form, network);
        switch (outcome) {
            case SignInOutcome.Wait _ -> tally.signIn(SignIn.LIMITED);
            case SignInOutcome.NotHere _ -> tally.signIn(SignIn.FORBIDDEN);
            case SignInOutcome.Ask _ -> tally.signIn(SignIn.UNCONFIRMED);
            case SignInOutcome.NoServer _, SignInOutcome.OtherKind _ ->
                    tally.signIn(SignIn.UNKNOWN);
            case SignInOutcome.In _,
                    SignInOutcome.Refused _,
                    SignInOutcome.Delayed _,
                    SignInOutcome.Failed _ -> {} // counted with its server
        }
        return outcome;
    }

    private SignInOutcome attempted(SignInForm form, ClientNetwork network) {
        if (!isAllowedHere(form.username())) {
            return new SignInOutcome.NotHere();
        }
        return switch (limits.check(network, form.username())) {
            case SignInDecision.Refused refused -> new SignInOutcome.Wait(refused.retryAfter());
            case SignInDecision.Allowed allowed -> attempt(form, allowed.attempt());
        };
    }

    private boolean isAllowedHere(String username) {
        int at = username.lastIndexOf('@');
        String domain = username.substring(at + 1).toLowerCase(Locale.ROOT);
        return config.allowedDomains()
                .map(domains -> domains.stream().anyMatch(d -> d.equalsIgnoreCase(domain)))
                .orElse(true);
    }

    private SignInOutcome attempt(SignInForm form, SignInAttempt attempt) {
        long start = System.nanoTime();
        SignInOutcome outcome = attempt(candidates(form), form);
        switch (outcome) {
            case SignInOutcome.In _ -> letIn(form, attempt);
            case SignInOutcome.Refused _ -> LOG.debug("A mail server refused a sign-in");
            case SignInOutcome.Failed failed -> unanswered(failed, attempt, start);
            case SignInOutcome.Ask _,
                    SignInOutcome.NoServer _,
                    SignInOutcome.OtherKind _,
                    SignInOutcome.Delayed _,
                    SignInOutcome.NotHere _,
                    SignInOutcome.Wait _ ->
                    limits.unanswered(attempt);
        }
        return outcome;
    }

    private void unanswered(SignInOutcome.Failed failed, SignInAttempt attempt, long start) {
        limits.unanswered(attempt);
        if (!failed.operatorGiven()) {
            pauseUntil(start + SAME_FOR_ALL.toNanos());
        }
    }

    // A server that somebody typed in says yes to whatever its owner likes: that does not forget
    // the failures at the server where this name belongs.
    private void letIn(SignInForm form, SignInAttempt attempt) {
        if (form.host().isEmpty()) {
            limits.succeeded(attempt);
        } else {
            limits.unanswered(attempt);
        }
    }

    private List<Candidate> candidates(SignInForm form) {
        Optional<ServerEndpoint> typed =
                config.userServersAllowed() ? form.server() : Optional.empty();
        return typed.map(
                        endpoint -> List.of(new Candidate(endpoint, form.username(), false, false)))
                .orElseGet(() -> finder.find(form.username()));
    }

    /**
     * Without a choice it is IMAP where that is known. POP3 is no second try for an IMAP server
     * that does not answer: it would be another account here.
     */
    private SignInOutcome attempt(List<Candidate> known, SignInForm form) {
        if (known.isEmpty()) {
            return new SignInOutcome.NoServer();
        }
        Protocol first = known.getFirst().endpoint().protocol();
        Protocol chosen = form.protocol().orElse(first);
        List<Candidate> candidates =
                known.stream().filter(c -> c.endpoint().protocol() == chosen).toList();
        return candidates.isEmpty()
                ? new SignInOutcome.OtherKind(chosen, first)
                : tryEach(candidates, form);
    }

    private SignInOutcome tryEach(List<Candidate> candidates, SignInForm form) {
        SignInOutcome outcome = new SignInOutcome.NoServer();
        for (Candidate candidate : candidates) {
            if (candidate.confirm() && !form.confirmed().equals(candidate.endpoint().host())) {
                return new SignInOutcome.Ask(candidate.endpoint().host());
            }
            outcome = tryOne(candidate, form);
            count(outcome, candidate);
            if (!(outcome instanceof SignInOutcome.Failed)) {
                return outcome;
            }
        }
        return outcome;
    }

    private void count(SignInOutcome outcome, Candidate candidate) {
        SignIn word =
                switch (outcome) {
                    case SignInOutcome.In _ -> SignIn.ACCEPTED;
                    case SignInOutcome.Refused _ -> SignIn.REFUSED;
                    case SignInOutcome.Delayed _ -> SignIn.DELAYED;
                    case SignInOutcome.Failed _,
                            SignInOutcome.Ask _,
                            SignInOutcome.NoServer _,
                            SignInOutcome.OtherKind _,
                            SignInOutcome.NotHere _,
                            SignInOutcome.Wait _ ->
                            SignIn.UNREACHABLE;
                };
        tally.signIn(word, candidate.endpoint());
    }

    private SignInOutcome tryOne(Candidate candidate, SignInForm form) {
        boolean cleartext = candidate.endpoint().security() == ServerEndpoint.Security.NONE;
        String host = candidate.endpoint().host();
        if (cleartext && !config.allowCleartext()) {
            return failed(MailException.ServerUnreachable.Reason.NOT_USABLE, candidate);
        }
        Credentials credentials = new Credentials.Password(candidate.loginName(), form.password());
        try {
            MailStore store = leases.open(candidate.endpoint(), credentials);
            return new SignInOutcome.In(opened(store, candidate, credentials, form));
        } catch (MailException.AuthenticationFailed _) {
            return new SignInOutcome.Refused();
        } catch (MailException.LoginDelayed e) {
            return new SignInOutcome.Delayed(host, e.pause());
        } catch (MailException e) {
            LOG.infof("A mail server could not be asked: %s", e.getMessage());
            return new SignInOutcome.Failed(e, host, candidate.operatorGiven());
        }
    }

    private static SignInOutcome failed(
            MailException.ServerUnreachable.Reason reason, Candidate candidate) {
        return new SignInOutcome.Failed(
                new MailException.ServerUnreachable(reason, "Unprotected and not allowed", null),
                candidate.endpoint().host(),
                candidate.operatorGiven());
    }

    private OpenedSession opened(
            MailStore store, Candidate candidate, Credentials credentials, SignInForm form) {
        boolean kept = false;
        try {
            OpenedSession opened = sessions.open(accepted(store, candidate, credentials, form));
            leases.adopt(opened.session(), store);
            kept = true;
            return opened;
        } finally {
            if (!kept) {
                store.close();
            }
        }
    }

    private static AcceptedSignIn accepted(
            MailStore store, Candidate candidate, Credentials credentials, SignInForm form) {
        return new AcceptedSignIn(
                store.account(),
                candidate.endpoint(),
                candidate.operatorGiven(),
                credentials,
                form.username(),
                form.stay());
    }

    private static void pauseUntil(long nanoTime) {
        long rest = nanoTime - System.nanoTime();
        while (rest > 0) {
            LockSupport.parkNanos(rest);
            rest = nanoTime - System.nanoTime();
        }
    }
}
