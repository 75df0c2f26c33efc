package org.postroom.sessioncache.undo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.postroom.sessioncache.signin.SignedInSession;

/**
 * What can be taken back, for 10 minutes, once, by the account that did it; shared by all replicas.
 */
@ApplicationScoped
public class UndoJournal {

    /** Keeps an action for 10 minutes. */
    @Transactional
    public UndoId record(SignedInSession session, UndoableAction action) {
        throw new IllegalStateException();
    }

    /**
     * Gives an action out, once; empty when it is unknown, somebody else's, too old or already
     * taken.
     */
    @Transactional
    public Optional<UndoableAction> take(SignedInSession session, UndoId id) {
        return Optional.empty();
    }

    /**
     * Deletes what is too old; for a scheduler.
     *
     * @return how many
     */
    @Transactional
    public long expire() {
        return 0;
    }
}
