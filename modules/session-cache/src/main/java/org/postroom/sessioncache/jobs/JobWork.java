package org.postroom.sessioncache.jobs;

/** Long work, in pieces. */
@FunctionalInterface
public interface JobWork {

    /**
     * Does the work on a thread of its own. It tells what it has done after each piece, and returns
     * early when it is asked to stop. An exception ends the job as failed; what was reported until
     * then stays reported.
     */
    void run(JobProgress progress);
}
