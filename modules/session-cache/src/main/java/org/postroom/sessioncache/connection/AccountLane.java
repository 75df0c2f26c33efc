package org.postroom.sessioncache.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailboxName;
import org.postroom.sessioncache.signin.SessionId;

/**
 * The connections of one account on this replica. Who holds a turn has at most one of them;
 * together with the idle ones they are never more than there are places.
 */
final class AccountLane implements Shared.Value {

    private final int places;
    private final Turns turns;

    /** The one used last is last. */
    private final List<PooledStore> idle = new ArrayList<>();

    private final Map<PoolKey, Set<SessionId>> sessions = new HashMap<>();

    AccountLane(int places) {
        this.places = places;
        turns = new Turns(places);
    }

    Turns turns() {
        return turns;
    }

    /** Remembers that a session uses these connections. */
    synchronized void meet(PoolKey key, SessionId session) {
        sessions.computeIfAbsent(key, _ -> new HashSet<>()).add(session);
    }

    /**
     * An idle connection for this key, best one that has the mailbox selected, else the one used
     * last.
     */
    synchronized Optional<PooledStore> take(PoolKey key, @Nullable MailboxName mailbox) {
        List<PooledStore> fitting = idle.stream().filter(each -> each.key().equals(key)).toList();
        Optional<PooledStore> best =
                fitting.stream()
                        .filter(each -> each.has(mailbox))
                        .findFirst()
                        .or(() -> fitting.reversed().stream().findFirst());
        best.ifPresent(idle::remove);
        return best;
    }

    /**
     * What has to be closed before the holder of a turn may open a connection: one at the most,
     * because the next holder, who would find nothing to close, does not wait for this one.
     */
    synchronized List<PooledStore> makeRoom() {
        return removeOldest(Math.min(1, idle.size() + turns.taken() - places));
    }

    /**
     * Takes a connection back from the holder of a turn; false when nobody is known any more who
     * may use it.
     */
    synchronized boolean giveBack(PooledStore store) {
        return sessions.containsKey(store.key()) && idle.add(store);
    }

    /**
     * Takes a connection that came without a turn.
     *
     * @return what has to be closed for it, which may be itself
     */
    synchronized List<PooledStore> adopt(PooledStore store) {
        idle.add(store);
        return removeOldest(idle.size() + turns.taken() - places);
    }

    /**
     * Forgets a session.
     *
     * @return what only it could use, and has to be closed
     */
    synchronized List<PooledStore> forget(PoolKey key, SessionId session) {
        Set<SessionId> known = sessions.get(key);
        if (known != null) {
            known.remove(session);
            if (!known.isEmpty()) {
                return List.of();
            }
        }
        sessions.remove(key);
        return remove(store -> store.key().equals(key));
    }

    /** Gives up connections that were not used since then, and have to be closed. */
    synchronized List<PooledStore> giveUpIdleSince(long nanoTime) {
        return remove(store -> store.idleSince() - nanoTime <= 0);
    }

    /** Gives up everything; what is lent is not taken back. */
    synchronized List<PooledStore> giveUpAll() {
        sessions.clear();
        return remove(_ -> true);
    }

    synchronized int idleCount() {
        return idle.size();
    }

    @Override
    public synchronized boolean worthKeeping() {
        return !idle.isEmpty();
    }

    private List<PooledStore> removeOldest(int count) {
        List<PooledStore> oldest = idle.subList(0, Math.min(Math.max(count, 0), idle.size()));
        List<PooledStore> removed = List.copyOf(oldest);
        oldest.clear();
        return removed;
    }

    private List<PooledStore> remove(Predicate<PooledStore> which) {
        List<PooledStore> removed = idle.stream().filter(which).toList();
        idle.removeAll(removed);
        return removed;
    }
}
