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
import org.postroom.sessioncache.local.LocalDatabase;
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
    private static final int RECORD_EVERY = 20;

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
        long total = count(messages);
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
        Tally tally = new Tally();
        for (MessageRefs some : messages) {
            carryOut(work, some, tally);
            if (tally.stopped) {
                break;
            }
        }
        return new Done(
                work.deed(),
                tally.done,
                tally.gone,
                count(messages) - tally.done - tally.gone,
                record(journal, current.get(), work, tally),
                work.folder());
    }

    // A failure after something was done is no failure of the whole: what was done is told.
    private void carryOut(Work work, MessageRefs some, Tally tally) {
        try {
            tally.add(mail.write(store -> work.on(store, some)));
        } catch (MailException e) {
            if (tally.done == 0) {
                throw e;
            }
            LOG.infof("A change of several mailboxes stopped: %s", e.getMessage());
            tally.stopped = true;
        }
    }

    private static long count(List<MessageRefs> messages) {
        return messages.stream().mapToLong(m -> m.uids().size()).sum();
    }

    /** What has been done so far. */
    private static final class Tally {
        private long done;
        private long gone;
        private boolean stopped;
        private final List<UndoableChange> undo = new ArrayList<>();

        void add(Work.Outcome outcome) {
            done += outcome.done();
            gone += outcome.gone();
            stopped |= outcome.stopped();
            undo.addAll(outcome.undo());
        }
    }

    private static Optional<UndoId> record(
            UndoJournal journal, SignedInSession session, Work work, Tally tally) {
        if (tally.undo.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    journal.record(
                            session,
                            new UndoableAction(work.deed().word(), tally.done, tally.undo)));
        } catch (RuntimeException e) {
            if (!LocalDatabase.isAway(e)) {
                throw e;
            }
            // It is done: that is said, and nobody does it again. Only the way back is missing.
            LOG.warnf("A change cannot be taken back: %s", e.getMessage());
            return Optional.empty();
        }
    }

    /** The same for very many, window by window, on a thread of its own. */
    private record Bulk(
            StoreLeases leases,
            UndoJournal journal,
            SignedInSession session,
            Work work,
            List<MessageRefs> messages) {

        void run(JobProgress progress) {
            Tally tally = new Tally();
            int sinceRecord = 0;
            try {
                for (MessageRefs window : windows()) {
                    if (progress.stopRequested() || tally.stopped) {
                        break;
                    }
                    carryOut(window, progress, tally);
                    // A replica that is killed loses no more than the last windows of what can be
                    // undone.
                    if (++sinceRecord % RECORD_EVERY == 0) {
                        record(progress, tally);
                    }
                }
            } finally {
                record(progress, tally);
            }
        }

        private void carryOut(MessageRefs window, JobProgress progress, Tally tally) {
            Work.Outcome outcome =
                    leases.<Work.Outcome>write(session, (MailStore s) -> work.on(s, window));
            tally.add(outcome);
            progress.done(outcome.done());
            progress.gone(outcome.gone());
        }

        private void record(JobProgress progress, Tally tally) {
            Changes.record(journal, session, work, tally).ifPresent(progress::undoable);
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

    /**
     * Takes an action back, from its last change to its first. Where the server fails in between,
     * the rest can still be taken back.
     */
    Done undo(UndoId id) {
        Optional<UndoableAction> action = journal.take(current.get(), id);
        if (action.isEmpty()) {
            return new Done(Done.Deed.TOO_LATE, 0, 0, 0, Optional.empty(), "");
        }
        Tally tally = new Tally();
        takeBack(action.get(), tally);
        return new Done(Done.Deed.UNDONE, tally.done, tally.gone, 0, Optional.empty(), "");
    }

    private void takeBack(UndoableAction action, Tally tally) {
        List<UndoableChange> rest = new ArrayList<>(action.changes());
        while (!rest.isEmpty()) {
            UndoableChange change = rest.getLast();
            try {
                tally.add(mail.write(store -> takeBack(store, change)));
            } catch (MailException e) {
                journal.record(
                        current.get(), new UndoableAction(action.kind(), action.count(), rest));
                throw e;
            }
            rest.removeLast();
        }
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
