package org.postroom.sessioncache.drop;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.Credentials;
import org.postroom.sessioncache.signin.SessionId;
import org.postroom.sessioncache.signin.SignedInSession;

/** Who of an account is signed in on this replica, and when its maildrop is visited next. */
final class DropWatch {

    /** A session, and when it was seen last. */
    private record Seen(SignedInSession session, long nanoTime) {}

    private final Map<SessionId, Seen> sessions = new HashMap<>();
    private @Nullable ScheduledFuture<?> next;
    private boolean visiting;
    private boolean hurry;
    private boolean hurryLater;
    private int refusals;
    private boolean over;

    /** Notes that somebody is there; false when this watch is over, and a new one is needed. */
    synchronized boolean see(SignedInSession session) {
        if (!over) {
            sessions.put(session.id(), new Seen(session, System.nanoTime()));
        }
        return !over;
    }

    synchronized void forget(SignedInSession session) {
        sessions.remove(session.id());
    }

    /** Forgets who was not seen for so long. */
    synchronized void forgetIdle(Duration idle) {
        long limit = System.nanoTime() - idle.toNanos();
        sessions.values().removeIf(each -> each.nanoTime() - limit < 0);
    }

    synchronized List<SignedInSession> sessions() {
        return sessions.values().stream().map(Seen::session).toList();
    }

    /** Sessions with these credentials, which the server accepts no longer. */
    synchronized List<SignedInSession> with(Credentials credentials) {
        return sessions().stream().filter(each -> each.credentials().equals(credentials)).toList();
    }

    /** Who was there last. */
    synchronized Optional<SignedInSession> latest() {
        return sessions.values().stream()
                .reduce((one, other) -> one.nanoTime() - other.nanoTime() < 0 ? other : one)
                .map(Seen::session);
    }

    /** How long ago somebody did something. */
    synchronized Duration idle() {
        long now = System.nanoTime();
        return sessions.values().stream()
                .map(each -> Duration.ofNanos(now - each.nanoTime()))
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Ends the watch if nobody is there; true when it is over. */
    synchronized boolean endIfAlone() {
        over |= sessions.isEmpty();
        return over;
    }

    /** The next visit is to come soon, whatever was planned. */
    synchronized void hurry() {
        hurry = true;
    }

    /** The next visit makes up for this one, which could not be made. */
    synchronized void hurryLater(boolean hurried) {
        hurryLater |= hurried;
    }

    /** How often in a row the server has refused to let the person in. */
    synchronized int refusals(boolean again) {
        refusals = again ? refusals + 1 : 0;
        return refusals;
    }

    /** Begins a visit; empty when one is going on, otherwise whether somebody is in a hurry. */
    synchronized Optional<Boolean> begin() {
        if (visiting || over) {
            return Optional.empty();
        }
        visiting = true;
        boolean hurried = hurry || hurryLater;
        hurry = false;
        hurryLater = false;
        return Optional.of(hurried);
    }

    /** Ends a visit; true when somebody has come meanwhile who is in a hurry. */
    synchronized boolean end() {
        visiting = false;
        return hurry;
    }

    /** The next visit is planned; the one that was planned before is not made. */
    synchronized void planned(ScheduledFuture<?> visit) {
        if (next != null) {
            next.cancel(false);
        }
        next = visit;
    }
}
