package org.postroom.sessioncache.drop;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.sessioncache.connection.Attendance;
import org.postroom.sessioncache.drop.DropPlaces.Place;
import org.postroom.sessioncache.signin.AccountKey;
import org.postroom.sessioncache.signin.Sessions;
import org.postroom.sessioncache.signin.SignedInSession;

/**
 * Visits the maildrops of people who are signed in and have been seen by this replica, in their
 * memory only: until they sign out, or do nothing for long.
 */
@ApplicationScoped
public class DropKeeper implements Attendance {

    private static final Logger LOG = Logger.getLogger(DropKeeper.class);
    private static final Duration IDLE_END = Duration.ofMinutes(30);
    private static final Duration WHILE_HELD = Duration.ofSeconds(2);
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST_AFTER_FAILURE = Duration.ofSeconds(30);

    /** A server may say no for other reasons: only this often in a row is it the password. */
    private static final int REFUSALS = 3;

    private final DropContacts contacts;
    private final DropLeases leases;
    private final DropRows rows;
    private final Sessions sessions;
    private final DropPlaces places;
    private final Duration afterFailure;
    private final Map<AccountId, DropWatch> watches = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("maildrops").factory());

    DropKeeper(
            DropContacts contacts,
            DropLeases leases,
            DropRows rows,
            Sessions sessions,
            DropPlaces places,
            DropRules rules) {
        this.contacts = contacts;
        this.leases = leases;
        this.rows = rows;
        this.sessions = sessions;
        this.places = places;
        afterFailure =
                rules.slowestPoll().compareTo(LONGEST_AFTER_FAILURE) < 0
                        ? rules.slowestPoll()
                        : LONGEST_AFTER_FAILURE;
    }

    @Override
    public void present(SignedInSession session) {
        if (session.account().protocol() == Protocol.POP3) {
            watch(session);
        }
    }

    @Override
    public void left(SignedInSession session) {
        DropWatch watch = watches.get(session.account());
        if (watch != null) {
            watch.forget(session);
            if (watch.endIfAlone()) {
                watches.remove(session.account(), watch);
                contacts.stop(AccountKey.of(session.account()));
            }
        }
    }

    /** Visits the maildrop soon, whenever that was planned. */
    void hurry(SignedInSession session) {
        hurry(session.account(), watch(session));
    }

    /** As above, if anybody of this account is known here. */
    void hurry(AccountId account) {
        DropWatch watch = watches.get(account);
        if (watch != null) {
            hurry(account, watch);
        }
    }

    private void hurry(AccountId account, DropWatch watch) {
        watch.hurry();
        plan(account, watch, Duration.ZERO);
    }

    /** Those whose maildrops this replica visits. */
    Set<AccountId> accounts() {
        return Set.copyOf(watches.keySet());
    }

    void end(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private DropWatch watch(SignedInSession session) {
        return watches.compute(
                session.account(),
                (account, known) ->
                        known != null && known.see(session) ? known : begun(account, session));
    }

    private DropWatch begun(AccountId account, SignedInSession session) {
        DropWatch watch = new DropWatch();
        watch.see(session);
        plan(account, watch, Duration.ZERO);
        return watch;
    }

    private void plan(AccountId account, DropWatch watch, Duration in) {
        if (!timer.isShutdown()) {
            Runnable visit =
                    () -> Thread.ofVirtual().name("maildrop").start(() -> visit(account, watch));
            watch.planned(timer.schedule(visit, in.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void visit(AccountId account, DropWatch watch) {
        Optional<Boolean> hurried = watch.begin();
        if (hurried.isEmpty()) {
            return;
        }
        Duration next = afterFailure;
        try {
            next = visited(watch, hurried.get());
        } catch (RuntimeException e) {
            LOG.warn("A maildrop could not be visited; it is tried again", e);
        } finally {
            boolean again = watch.end();
            if (watch.endIfAlone()) {
                watches.remove(account, watch);
            } else {
                plan(account, watch, again ? Duration.ZERO : next);
            }
        }
    }

    private Duration visited(DropWatch watch, boolean hurried) {
        watch.forgetIdle(IDLE_END);
        watch.sessions().stream()
                .filter(session -> !sessions.isAlive(session))
                .forEach(watch::forget);
        return watch.next().map(session -> visited(session, watch, hurried)).orElse(afterFailure);
    }

    private Duration visited(SignedInSession session, DropWatch watch, boolean hurried) {
        UUID account = AccountKey.of(session.account());
        try (Place _ = places.await(session.endpoint())) {
            DropLease lease = DropLease.wish(account);
            if (hurried ? leases.takeNow(lease) : leases.takeWhenDue(lease)) {
                judge(
                        session,
                        watch,
                        contacts.meet(
                                lease, session.endpoint(), session.credentials(), watch.idle()));
            } else if (leases.isHeld(account)) {
                watch.hurryLater(hurried);
                return WHILE_HELD;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return atLeast(rows.untilNext(account));
    }

    private static Duration atLeast(Duration pause) {
        return pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause;
    }

    /** With a password that is refused, nobody asks again: the server might lock the account. */
    private void judge(SignedInSession session, DropWatch watch, DropOutcome outcome) {
        boolean refused = outcome.trouble().filter(DropTrouble.REFUSED::equals).isPresent();
        int refusals = watch.refusals(session.credentials(), refused);
        if (outcome.certain() || refusals >= REFUSALS) {
            for (SignedInSession each : watch.with(session.credentials())) {
                sessions.close(each);
                watch.forget(each);
            }
        }
    }
}
