package org.postroom.sessioncache.drop;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.StorageFailed;
import org.postroom.protocol.Maildrop;
import org.postroom.protocol.Maildrops;
import org.postroom.protocol.ServerEndpoint;

/** The sessions with maildrops that this replica has now. */
@ApplicationScoped
class DropContacts {

    private static final Logger LOG = Logger.getLogger(DropContacts.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(4);

    private final Maildrops maildrops;
    private final DropRuns runs;
    private final DropRows rows;
    private final DropLeases leases;
    private final DropRules rules;
    private final DropPace pace;
    private final DropTally tally;
    private final Map<DropLease, Running> running = new ConcurrentHashMap<>();

    private volatile boolean ending;
    private volatile long lastWords;

    private record Running(Pulse pulse, Thread thread, Credentials credentials) {}

    DropContacts(
            Maildrops maildrops,
            DropRuns runs,
            DropRows rows,
            DropLeases leases,
            DropRules rules,
            DropTally tally) {
        this.maildrops = maildrops;
        this.runs = runs;
        this.rows = rows;
        this.leases = leases;
        this.rules = rules;
        pace = new DropPace(rules);
        this.tally = tally;
    }

    /**
     * Has a session with a maildrop, under a lease that was taken for it and is given back.
     *
     * @param idle how long ago the person did something
     */
    DropOutcome meet(
            DropLease lease, ServerEndpoint endpoint, Credentials credentials, Duration idle) {
        return during(lease, credentials, idle, pulse -> met(lease, pulse, endpoint, credentials));
    }

    /**
     * As {@link #meet}, with a session that is open already.
     *
     * @param credentials with which it was opened
     * @param firstPage told when the newest headers are here
     */
    DropOutcome meet(DropLease lease, Maildrop drop, Credentials credentials, Runnable firstPage) {
        return during(
                lease,
                credentials,
                Duration.ZERO,
                pulse -> runs.run(new DropSession(drop, lease, pulse, firstPage)));
    }

    /** Writes down an answer other than a session, and gives the lease back. */
    void missed(DropLease lease, DropOutcome outcome) {
        writeDown(lease, outcome, Duration.ZERO);
    }

    /** Whether the session of an account is here, and was opened with these credentials. */
    boolean isWith(UUID account, Credentials credentials) {
        return running.entrySet().stream()
                .filter(each -> each.getKey().account().equals(account))
                .anyMatch(each -> each.getValue().credentials().equals(credentials));
    }

    /** How many sessions run. */
    long count() {
        return running.size();
    }

    /** Asks the session of an account to come to its end, if it is here. */
    void stop(UUID account) {
        running.forEach(
                (lease, each) -> {
                    if (lease.account().equals(account)) {
                        each.pulse().stop();
                    }
                });
    }

    /** Everything that runs is told of the end before anything is waited for. */
    void announceEnd(@Observes @Priority(1) ShutdownEvent event) {
        lastWords = System.nanoTime() + LAST_WORDS.toNanos();
        ending = true;
        running.values().forEach(each -> each.pulse().stop());
    }

    /**
     * Gives the sessions of this replica some seconds to come to a good end, breaks those off that
     * a server holds up, and gives their leases back: another replica can go on at once.
     */
    void end(@Observes ShutdownEvent event) {
        for (Running each : running.values()) {
            join(each.thread(), Duration.ofNanos(Math.max(1, lastWords - System.nanoTime())));
        }
        running.forEach(this::breakOff);
    }

    /** Without a database the lease ends by its deadline; what ends after this must end too. */
    private void breakOff(DropLease lease, Running session) {
        session.thread().interrupt(); // which closes its socket
        try {
            leases.release(lease);
        } catch (MailException e) {
            LOG.warnf("A lease could not be given back: %s", e.getMessage());
        }
    }

    private interface Meeting {
        DropOutcome with(Pulse pulse);
    }

    private DropOutcome during(
            DropLease lease, Credentials credentials, Duration idle, Meeting meeting) {
        Pulse pulse = new Pulse(leases, lease, rules);
        running.put(lease, new Running(pulse, Thread.currentThread(), credentials));
        if (ending) {
            pulse.stop();
        }
        DropOutcome outcome = DropOutcome.failed(DropTrouble.TEMPORARY);
        try (DropVigil _ = DropVigil.keep(leases, lease, rules.held().dividedBy(4))) {
            outcome = meeting.with(pulse);
            return outcome;
        } finally {
            running.remove(lease);
            writeDown(lease, outcome, idle);
        }
    }

    private void writeDown(DropLease lease, DropOutcome outcome, Duration idle) {
        tally.contact(outcome.trouble());
        try {
            int failures = rows.failures(lease.account());
            rows.contacted(lease, outcome, pace.after(outcome, failures, idle));
        } catch (StorageFailed e) {
            LOG.warnf("A session's end is not written down, its lease will end by itself: %s", e);
        }
    }

    private DropOutcome met(
            DropLease lease, Pulse pulse, ServerEndpoint endpoint, Credentials credentials) {
        try {
            return answered(lease, pulse, maildrops.open(endpoint, credentials));
        } catch (MailException e) {
            LOG.infof("A maildrop could not be asked: %s", e.getMessage());
            return DropOutcome.failed(DropTrouble.of(e));
        }
    }

    private DropOutcome answered(DropLease lease, Pulse pulse, DropAnswer answer) {
        return switch (answer) {
            case DropAnswer.Opened opened ->
                    runs.run(new DropSession(opened.drop(), lease, pulse, () -> {}));
            case DropAnswer.InUse _ -> DropOutcome.failed(DropTrouble.IN_USE);
            case DropAnswer.TooSoon soon -> DropOutcome.delayed(soon.pause());
            case DropAnswer.Unavailable no -> DropOutcome.unavailable(no.permanent());
            case DropAnswer.Refused no -> DropOutcome.refused(no.certain());
        };
    }

    private static void join(Thread thread, Duration atMost) {
        try {
            thread.join(atMost);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
