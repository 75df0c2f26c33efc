package org.postroom.sessioncache.drop;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postroom.protocol.Maildrop;

/** One session with a maildrop, under its lease. */
final class DropSession {

    private final Maildrop drop;
    private final DropLease lease;
    private final Pulse pulse;
    private final Runnable firstPage;
    private final List<DropEntry> removed = new ArrayList<>();
    private boolean listed;
    private boolean broken;
    private boolean unfinished;

    /**
     * A session that begins.
     *
     * @param firstPage told when the newest headers are here, or were before
     */
    DropSession(Maildrop drop, DropLease lease, Pulse pulse, Runnable firstPage) {
        this.drop = drop;
        this.lease = lease;
        this.pulse = pulse;
        this.firstPage = firstPage;
    }

    UUID account() {
        return lease.account();
    }

    Maildrop drop() {
        return drop;
    }

    DropLease lease() {
        return lease;
    }

    Pulse pulse() {
        return pulse;
    }

    void firstPageIsHere() {
        firstPage.run();
    }

    /** The drop's contents were seen. */
    void listed() {
        listed = true;
    }

    boolean wasListed() {
        return listed;
    }

    /** A command was left in its middle: there is nothing more to say to the server. */
    void broken() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    /** Whether there was more to fetch when the session had to end. */
    void unfinished(boolean more) {
        unfinished = more;
    }

    boolean isUnfinished() {
        return unfinished;
    }

    /** Marked there as deleted; goes with QUIT. */
    List<DropEntry> removed() {
        return removed;
    }
}
