package org.postroom.sessioncache.jobs;

import java.time.Instant;
import java.util.Optional;
import org.postroom.sessioncache.undo.UndoId;

/**
 * How far a job is.
 *
 * @param kind the word that it was started with
 * @param done how many were done
 * @param gone how many were no longer there
 * @param total how many there are to do
 * @param stopRequested whether somebody asked it to stop
 * @param undo how to take back what was done
 * @param failure why it failed: the simple name of the {@link org.postroom.protocol.MailException},
 *     or {@code Unexpected}
 */
public record JobState(
        JobId id,
        String kind,
        Status status,
        long done,
        long gone,
        long total,
        boolean stopRequested,
        Optional<UndoId> undo,
        Optional<String> failure,
        Instant startedAt) {

    /** What a job does. */
    public enum Status {
        RUNNING,
        DONE,
        /** Somebody asked it to stop, and it did before everything was done. */
        STOPPED,
        FAILED,
        /** Its replica was ended in the middle of the work. */
        INTERRUPTED
    }
}
