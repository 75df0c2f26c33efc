package org.postroom.app.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.Html;
import org.postroom.app.layout.Link;
import org.postroom.app.layout.WorkSentences;
import org.postroom.app.listing.Account;
import org.postroom.app.listing.Accounts;
import org.postroom.app.listing.Done;
import org.postroom.app.listing.ShellView;
import org.postroom.app.session.CurrentSession;
import org.postroom.app.session.Mail;
import org.postroom.app.session.Reader;
import org.postroom.sessioncache.jobs.JobId;
import org.postroom.sessioncache.jobs.JobState;
import org.postroom.sessioncache.jobs.JobState.Status;
import org.postroom.sessioncache.jobs.Jobs;

/** Long work as a page, or as its progress alone. */
@RequestScoped
class JobPages {

    private static final int RELOAD_SECONDS = 2;

    @Inject Jobs jobs;
    @Inject CurrentSession current;
    @Inject Reader reader;
    @Inject Mail mail;
    @Inject Accounts accounts;
    @Inject ShellView shells;
    @Inject WorkSentences say;

    String progress(JobId id, String back) {
        JobState state = jobs.find(current.get(), id).orElseThrow(NotFoundException::new);
        JobProgress progress = progress(state, back);
        if (reader.wantsPart()) {
            return Html.of(new JobPart(progress, current.csrf()));
        }
        Account account = mail.read(accounts::read);
        boolean running = state.status() == Status.RUNNING;
        return Html.of(
                new JobPage(
                        shells.of(progress.heading(), account),
                        progress,
                        running ? RELOAD_SECONDS : 0));
    }

    void stop(JobId id) {
        jobs.requestStop(current.get(), id);
    }

    private JobProgress progress(JobState state, String back) {
        boolean running = state.status() == Status.RUNNING;
        return new JobProgress(
                say.jobHeading(state.kind(), Formats.number(state.total())),
                text(state),
                running ? say.jobNote() : "",
                state.done(),
                state.total(),
                stopUrl(state),
                new Link(say.backToList(), running ? back : done(state, back)));
    }

    private static @Nullable String stopUrl(JobState state) {
        boolean stoppable = state.status() == Status.RUNNING && !state.stopRequested();
        return stoppable ? "/jobs/" + state.id().value() + "/stop" : null;
    }

    // The list that the way back leads to says what was done, and offers to undo it.
    private static String done(JobState state, String back) {
        return Done.Deed.ofWord(state.kind())
                .map(deed -> new Done(deed, state.done(), state.gone(), 0, state.undo(), ""))
                .map(done -> done.on(back))
                .orElse(back);
    }

    private String text(JobState state) {
        String done = Formats.number(state.done());
        String total = Formats.number(state.total());
        return switch (state.status()) {
            case RUNNING -> say.jobProgress(done, total);
            case DONE -> say.jobDone(done, total);
            case STOPPED -> say.jobStopped(done, total);
            case FAILED -> say.jobFailed(done, total);
            case INTERRUPTED -> say.jobInterrupted(done, total);
        };
    }
}
