package org.postroom.app.changes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.postroom.app.layout.Href;
import org.postroom.app.listing.Done;
import org.postroom.app.session.CurrentSession;
import org.postroom.app.session.Mail;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.UidSet;
import org.postroom.sessioncache.connection.StoreLeases;
import org.postroom.sessioncache.jobs.JobId;
import org.postroom.sessioncache.jobs.JobProgress;
import org.postroom.sessioncache.jobs.Jobs;
import org.postroom.sessioncache.signin.SignedInSession;
import org.postroom.sessioncache.undo.UndoId;
import org.postroom.sessioncache.undo.UndoJournal;
import org.postroom.sessioncache.undo.UndoableAction;
import org.postroom.sessioncache.undo.UndoableChange;

/**
 * Does a piece of work on messages, at once or, where they are many, as a job; and keeps how to
 * take it back.
 */
@RequestScoped
class Changes {

    /** More than this many messages are a job with progress. */
    static final int AT_ONCE = 1_000;

    private static final Logger LOG = Logger.getLogger(Changes.class);
    private static final int WINDOW = 500;

    @Inject Mail mail;
    @Inject StoreLeases leases;
    @Inject CurrentSession current;
    @Inject UndoJournal journal;
    @Inject Jobs jobs;

    /**
     * Does it, and says where to go on: the list, or the progress of a job.
     *
     * @throws MailException when nothing was done
     */
    String carryOut(Work work, List<MessageRefs> messages, String back) {
        long total = messages.stream().mapToLong(m -> m.uids().size()).sum();
        if (total <= AT_ONCE) {
            return atOnce(work, messages).on(back);
        }
        Optional<JobId> job =
                jobs.start(
                        current.get(),
                        work.deed().word(),
                        total,
                        new Bulk(leases, journal, current.get(), work, messages)::run);
        return job.map(id -> Href.to("/jobs/" + id.value()).with("back", back).toString())
                .orElseThrow(() -> new TooMuchAtOnce());
    }

    private Done atOnce(Work work, List<MessageRefs> messages) {
        List<UndoableChange> undo = new ArrayList<>();
        long done = 0;
        long gone = 0;
        for (MessageRefs some : messages) {
            try {
                Work.Outcome outcome = mail.write(store -> work.on(store, some));
                done += outcome.done();
                gone += outcome.gone();
                undo.addAll(outcome.undo());
            } catch (MailException e) {
                if (done == 0) {
                    throw e;
                }
                LOG.infof("A change of several mailboxes stopped: %s", e.getMessage());
                break;
            }
        }
        Optional<UndoId> id = record(journal, current.get(), work, done, undo);
        return new Done(work.deed(), done, gone, id, work.folder());
    }

    private static Optional<UndoId> record(
            UndoJournal journal,
            SignedInSession session,
            Work work,
            long done,
            List<UndoableChange> undo) {
        return undo.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        journal.record(
                                session, new UndoableAction(work.deed().word(), done, undo)));
    }

    /** The same for very many, window by window, on a thread of its own. */
    private record Bulk(
            StoreLeases leases,
            UndoJournal journal,
            SignedInSession session,
            Work work,
            List<MessageRefs> messages) {

        void run(JobProgress progress) {
            List<UndoableChange> undo = new ArrayList<>();
            long done = 0;
            try {
                for (MessageRefs window : windows()) {
                    if (progress.stopRequested()) {
                        break;
                    }
                    Work.Outcome outcome =
                            leases.<Work.Outcome>write(
                                    session, (MailStore s) -> work.on(s, window));
                    done += outcome.done();
                    undo.addAll(outcome.undo());
                    progress.done(outcome.done());
                    progress.gone(outcome.gone());
                }
            } finally {
                record(journal, session, work, done, undo).ifPresent(progress::undoable);
            }
        }

        private List<MessageRefs> windows() {
            List<MessageRefs> windows = new ArrayList<>();
            for (MessageRefs some : messages) {
                for (UidSet window : some.uids().windows(WINDOW)) {
                    windows.add(some.with(window));
                }
            }
            return windows;
        }
    }

    /** Takes an action back, from its last change to its first. */
    Done undo(UndoId id) {
        Optional<UndoableAction> action = journal.take(current.get(), id);
        if (action.isEmpty()) {
            return new Done(Done.Deed.TOO_LATE, 0, 0, Optional.empty(), "");
        }
        long done = 0;
        long gone = 0;
        for (UndoableChange change : action.get().changes().reversed()) {
            Work.Outcome outcome = mail.write(store -> takeBack(store, change));
            done += outcome.done();
            gone += outcome.gone();
        }
        return new Done(Done.Deed.UNDONE, done, gone, Optional.empty(), "");
    }

    private static Work.Outcome takeBack(MailStore store, UndoableChange change) {
        return switch (change) {
            case UndoableChange.FlagsChanged flags ->
                    new Work.Flags(Done.Deed.UNDONE, flags.change().reversed())
                            .on(store, flags.messages());
            case UndoableChange.Moved moved ->
                    new Work.Move(Done.Deed.UNDONE, moved.source(), "").on(store, moved.moved());
        };
    }
}
