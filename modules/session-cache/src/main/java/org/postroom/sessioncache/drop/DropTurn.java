package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The lease for a sign-in, which whoever has it gives up as soon as possible. */
@ApplicationScoped
class DropTurn {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final DropLeases leases;
    private final DropContacts contacts;
    private final DropRules rules;

    DropTurn(DropLeases leases, DropContacts contacts, DropRules rules) {
        this.leases = leases;
        this.contacts = contacts;
        this.rules = rules;
    }

    /** Waits for the lease, but not for long: the server says itself when the drop is in use. */
    void await(DropLease lease) {
        if (leases.take(lease) || !leases.isHeld(lease.account())) {
            return;
        }
        leases.ask(lease.account(), rules.signInPatience());
        contacts.stop(lease.account());
        long end = System.nanoTime() + rules.signInPatience().toNanos();
        boolean taken = false;
        while (!taken && System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK.toNanos());
            taken = leases.take(lease);
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
