package org.postroom.sessioncache.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.postroom.sessioncache.signin.SignedInSession;

/**
 * Long work of this replica, with a state that every replica can read. At most two at once for one
 * account.
 */
@ApplicationScoped
public class Jobs {

    /**
     * Starts work on a virtual thread of this replica.
     *
     * @param kind a word for what is done, such as {@code move}
     * @param total how many there are to do
     * @return empty when two jobs of this account are running already
     */
    public Optional<JobId> start(SignedInSession session, String kind, long total, JobWork work) {
        return Optional.empty();
    }

    /** How far a job is; empty when it is unknown, another account's or over for a day. */
    public Optional<JobState> find(SignedInSession session, JobId id) {
        return Optional.empty();
    }

    /**
     * Asks a job to stop, wherever it runs; nothing happens when it is over or another account's.
     */
    public void requestStop(SignedInSession session, JobId id) {}

    /** Asks all jobs that this session started to stop; for signing out. */
    public void requestStopOfAll(SignedInSession session) {}

    /**
     * Deletes jobs that were over a day ago; for a scheduler.
     *
     * @return how many
     */
    public long expire() {
        return 0;
    }
}
