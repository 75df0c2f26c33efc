package org.postroom.sessioncache.jobs;

import org.postroom.sessioncache.undo.UndoId;

/**
 * Where a job's work tells how far it is. Cheap to call: the database hears of it at most twice a
 * second.
 */
public interface JobProgress {

    /** So many more are done. */
    void done(long more);

    /** So many more could not be done because they are gone. */
    void gone(long more);

    /** How what was done until now can be taken back. */
    void undoable(UndoId undo);

    /** Whether to end after the present piece. */
    boolean stopRequested();
}
