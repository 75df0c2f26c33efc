package org.postroom.sessioncache.drop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postroom.protocol.Maildrop;

/**
 * Ends a session by force that lasts too long: a server that gives an octet now and then would
 * otherwise keep its place for hours.
 */
final class DropEnd implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DropEnd.class);

    private final CountDownLatch over = new CountDownLatch(1);

    private DropEnd() {}

    /** Begins; to be closed when the session is over by itself. */
    static DropEnd of(Maildrop drop, Duration after) {
        DropEnd end = new DropEnd();
        Thread.ofVirtual().name("maildrop-end").start(() -> end.watch(drop, after));
        return end;
    }

    private void watch(Maildrop drop, Duration after) {
        try {
            if (!over.await(after.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf("A session with a maildrop is ended after %s", after);
                drop.close();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
