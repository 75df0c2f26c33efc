package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postroom.protocol.Credentials;

/**
 * The lease for a sign-in. Whoever has it gives it up at once for somebody with the same
 * credentials; for others only when they are probably right, so that guesses end no session.
 */
@ApplicationScoped
class DropTurn {

    private static final Duration LOOK = Duration.ofMillis(50);

    /** By now a server has refused a wrong password; it is silent because the drop is locked. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final DropLeases leases;
    private final DropContacts contacts;
    private final DropRules rules;

    DropTurn(DropLeases leases, DropContacts contacts, DropRules rules) {
        this.leases = leases;
        this.contacts = contacts;
        this.rules = rules;
    }

    /** Takes the lease if nobody has it, or somebody who gives it up for these credentials. */
    void prepare(DropLease lease, Credentials credentials) {
        if (!leases.take(lease) && contacts.isWith(lease.account(), credentials)) {
            await(lease);
        }
    }

    /** Until it is closed, waits for a server that is silent, and then asks for the lease. */
    Patience patience(DropLease lease) {
        Patience patience = new Patience();
        Thread.ofVirtual().name("maildrop-turn").start(() -> patience.lose(() -> ask(lease)));
        return patience;
    }

    /** While the server has not answered. */
    static final class Patience implements AutoCloseable {
        private final CountDownLatch answered = new CountDownLatch(1);

        private void lose(Runnable ask) {
            try {
                if (!answered.await(SILENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    ask.run();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            answered.countDown();
        }
    }

    /** Whether another session is what may keep this one out. */
    boolean isOthers(DropLease lease) {
        return !leases.isOurs(lease) && leases.isHeld(lease.account());
    }

    /** Waits for the lease, but not for long: the server says itself when the drop is in use. */
    void await(DropLease lease) {
        if (leases.take(lease) || !leases.isHeld(lease.account())) {
            return;
        }
        ask(lease);
        long end = System.nanoTime() + rules.signInPatience().toNanos();
        boolean taken = false;
        while (!taken && System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK.toNanos());
            taken = leases.take(lease);
        }
    }

    private void ask(DropLease lease) {
        if (!leases.isOurs(lease)) {
            leases.ask(lease.account(), rules.signInPatience());
            contacts.stop(lease.account());
        }
    }

    /** Takes the lease, unless it is held; true when it is ours. */
    boolean take(DropLease lease) {
        return leases.isOurs(lease) || leases.take(lease);
    }

    void giveBack(DropLease lease) {
        leases.release(lease);
    }
}
