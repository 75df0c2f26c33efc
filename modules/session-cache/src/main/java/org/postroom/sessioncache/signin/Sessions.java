package org.postroom.sessioncache.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import org.postroom.protocol.Credentials;
import org.postroom.sessioncache.signin.SealedCredentials.Place;

/**
 * Who is signed in, shared by all replicas. The database holds a hash of the cookie's first half,
 * and credentials that only the cookie opens.
 */
@ApplicationScoped
public class Sessions {

    /** How long a session lasts at the most, with {@code stay}. */
    public static final Duration STAY = Duration.ofDays(30);

    private final OperatorSecret secret;

    Sessions(OperatorSecret secret) {
        this.secret = secret;
    }

    /** Begins a session, with a cookie value that was never used before. */
    @Transactional
    public OpenedSession open(AcceptedSignIn signIn) {
        SessionCookie cookie = SessionCookie.create();
        SessionId id = cookie.sessionId();
        Place place = new Place(id, signIn.account(), signIn.endpoint());
        SessionRow row = new SessionRow();
        row.set(
                id,
                signIn,
                SealedCredentials.seal(
                        signIn.credentials(), cookie.key(), secret.current(), place));
        row.persistAndFlush();
        return new OpenedSession(
                session(row, signIn.credentials(), cookie),
                cookie.value(),
                signIn.stay() ? Optional.of(STAY) : Optional.empty());
    }

    /**
     * The session that a cookie opens; empty for a value that is malformed, unknown, ended (after
     * 12 hours, or 30 minutes without use; with {@code stay} after 30 days), or that was sealed
     * under an operator's secret no longer known.
     */
    @Transactional
    public Optional<SignedInSession> find(String cookieValue) {
        return SessionCookie.parse(cookieValue)
                .flatMap(
                        cookie ->
                                SessionRow.findAlive(cookie.sessionId())
                                        .flatMap(row -> opened(row, cookie)));
    }

    private Optional<SignedInSession> opened(SessionRow row, SessionCookie cookie) {
        SessionId id = cookie.sessionId();
        Place place = new Place(id, row.accountId(), row.endpoint());
        Optional<Credentials> credentials = unsealed(row, cookie, place);
        if (credentials.isPresent() && row.untouched) {
            SessionRow.touch(id);
        }
        return credentials.map(known -> session(row, known, cookie));
    }

    private Optional<Credentials> unsealed(SessionRow row, SessionCookie cookie, Place place) {
        for (byte[] known : secret.all()) {
            Optional<Credentials> credentials =
                    SealedCredentials.open(row.sealed, cookie.key(), known, place);
            if (credentials.isPresent()) {
                return credentials;
            }
        }
        return Optional.empty();
    }

    private static SignedInSession session(
            SessionRow row, Credentials credentials, SessionCookie cookie) {
        return new SignedInSession(
                new SessionId(row.id),
                row.accountId(),
                row.endpoint(),
                row.operatorGiven,
                row.address,
                row.signedInAt,
                row.stay,
                credentials,
                cookie.csrf());
    }

    /** Whether a session has not ended yet; this does not count as use. */
    @Transactional
    public boolean isAlive(SignedInSession session) {
        return SessionRow.findAlive(session.id()).isPresent();
    }

    /** Ends a session everywhere: its row, and with it the sealed credentials, is deleted. */
    @Transactional
    public void close(SignedInSession session) {
        SessionRow.deleteById(session.id().value());
    }

    /**
     * Deletes the rows of sessions that have ended by themselves; for a scheduler.
     *
     * @return how many
     */
    @Transactional
    public long expire() {
        return SessionRow.deleteEnded();
    }
}
