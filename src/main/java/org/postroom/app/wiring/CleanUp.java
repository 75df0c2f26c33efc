package org.postroom.app.wiring;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.postroom.sessioncache.jobs.Jobs;
import org.postroom.sessioncache.local.Contents;
import org.postroom.sessioncache.signin.Sessions;
import org.postroom.sessioncache.signin.SignInLimits;
import org.postroom.sessioncache.undo.UndoJournal;

/** Deletes what has ended by itself; that every replica does so does no harm. */
@ApplicationScoped
class CleanUp {

    @Inject Sessions sessions;
    @Inject SignInLimits limits;
    @Inject UndoJournal undo;
    @Inject Jobs jobs;
    @Inject Contents contents;

    @Scheduled(every = "10m", delayed = "1m")
    @RunOnVirtualThread
    void expire() {
        sessions.expire();
        limits.expire();
        undo.expire();
        jobs.expire();
        contents.cleanUp();
    }
}
