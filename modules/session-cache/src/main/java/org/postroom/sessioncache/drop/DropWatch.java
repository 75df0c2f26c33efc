package org.postroom.sessioncache.drop;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.Credentials;
import org.postroom.sessioncache.signin.SessionId;
import org.postroom.sessioncache.signin.SignedInSession;

/** Who of an account is signed in on this replica, and when its maildrop is visited next. */
final class DropWatch {

    /** A session, and when it was seen last. */
    private record Seen(SignedInSession session, long nanoTime) {}

    private final Map<SessionId, Seen> sessions = new HashMap<>();

    /** The number of the visit at which credentials were shown to the server last. */
    private final Map<Credentials, Long> judged = new HashMap<>();

    private final Map<Credentials, Integer> refusals = new HashMap<>();
    private @Nullable ScheduledFuture<?> next;
    private boolean visiting;
    private boolean hurry;
    private boolean hurryLater;
    private long visits;
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
        keepOnlyCredentialsInUse();
    }

    private void keepOnlyCredentialsInUse() {
        Set<Credentials> inUse =
                sessions().stream().map(SignedInSession::credentials).collect(Collectors.toSet());
        judged.keySet().retainAll(inUse);
        refusals.keySet().retainAll(inUse);
    }

    /** Forgets who was not seen for so long. */
    synchronized void forgetIdle(Duration idle) {
        long limit = System.nanoTime() - idle.toNanos();
        sessions.values().removeIf(each -> each.nanoTime() - limit < 0);
        keepOnlyCredentialsInUse();
    }

    synchronized List<SignedInSession> sessions() {
        return sessions.values().stream().map(Seen::session).toList();
    }

    /** Sessions with these credentials, which the server accepts no longer. */
    synchronized List<SignedInSession> with(Credentials credentials) {
        return sessions().stream().filter(each -> each.credentials().equals(credentials)).toList();
    }

    /**
     * Whose credentials are shown to the server next: those that it judged longest ago, so that no
     * session goes on for long with a password that was changed; of several sessions with the same,
     * the one seen last.
     */
    synchronized Optional<SignedInSession> next() {
        Optional<SignedInSession> chosen =
                sessions.values().stream()
                        .min(
                                Comparator.comparingLong(this::judged)
                                        .thenComparing(Seen::nanoTime, Comparator.reverseOrder()))
                        .map(Seen::session);
        chosen.ifPresent(session -> judged.put(session.credentials(), ++visits));
        return chosen;
    }

    private long judged(Seen seen) {
        return judged.getOrDefault(seen.session().credentials(), 0L);
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

    /** How often in a row the server has refused these credentials. */
    synchronized int refusals(Credentials credentials, boolean again) {
        if (!again) {
            refusals.remove(credentials);
            return 0;
        }
        return refusals.merge(credentials, 1, Integer::sum);
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
