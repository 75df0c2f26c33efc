package org.postroom.sessioncache.undo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.postroom.sessioncache.signin.AccountKey;
import org.postroom.sessioncache.signin.RandomNames;
import org.postroom.sessioncache.signin.SignedInSession;

/**
 * What can be taken back, for 10 minutes, once, by the account that did it; shared by all replicas.
 */
@ApplicationScoped
public class UndoJournal {

    // Reading and deleting at once: of two who ask at the same time, one gets it.
    private static final String TAKE =
            """
            DELETE FROM undo WHERE account = :account AND id = :id
              AND recorded_at > now() - interval '10 minutes'
            RETURNING action
            """;

    private final EntityManager database;

    UndoJournal(EntityManager database) {
        this.database = database;
    }

    /** Keeps an action for 10 minutes. */
    @Transactional
    public UndoId record(SignedInSession session, UndoableAction action) {
        UndoId id = new UndoId(RandomNames.next());
        UndoRow.of(AccountKey.of(session.account()), id, ActionText.write(action)).persist();
        return id;
    }

    /**
     * Gives an action out, once; empty when it is unknown, somebody else's, too old or already
     * taken. Whoever could not take it back at the server may record it again.
     */
    @Transactional
    public Optional<UndoableAction> take(SignedInSession session, UndoId id) {
        List<String> actions =
                database.createNativeQuery(TAKE, String.class)
                        .setParameter("account", AccountKey.of(session.account()))
                        .setParameter("id", id.value())
                        .getResultList();
        return actions.stream().findFirst().map(ActionText::read);
    }

    /**
     * Deletes what is too old; for a scheduler.
     *
     * @return how many
     */
    @Transactional
    public long expire() {
        return UndoRow.delete("recordedAt < instant - 10 minute");
    }
}
