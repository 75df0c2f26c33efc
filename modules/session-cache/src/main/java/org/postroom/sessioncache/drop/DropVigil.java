package org.postroom.sessioncache.drop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postroom.protocol.MailException;

/**
 * Gives signs of life for a lease beside the session's work: a server may think about a list for
 * longer than a lease is held. Whoever has lost the lease hears of it with the next write.
 */
final class DropVigil implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DropVigil.class);

    private final DropLeases leases;
    private final DropLease lease;
    private final CountDownLatch over = new CountDownLatch(1);

    private DropVigil(DropLeases leases, DropLease lease) {
        this.leases = leases;
        this.lease = lease;
    }

    /** Begins; to be closed when the session is over. */
    static DropVigil keep(DropLeases leases, DropLease lease, Duration every) {
        DropVigil vigil = new DropVigil(leases, lease);
        Thread.ofVirtual().name("maildrop-lease").start(() -> vigil.watch(every));
        return vigil;
    }

    private void watch(Duration every) {
        try {
            boolean held = true;
            while (held && !over.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                held = renewed();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean renewed() {
        try {
            leases.renew(lease);
            return true;
        } catch (DropLease.Lost _) {
            return false;
        } catch (MailException e) {
            LOG.debugf("A lease could not be renewed this time: %s", e.getMessage());
            return true;
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
