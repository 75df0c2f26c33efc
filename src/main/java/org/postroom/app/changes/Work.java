package org.postroom.app.changes;

import java.util.List;
import java.util.Optional;
import org.postroom.app.listing.Done.Deed;
import org.postroom.protocol.ExpungeResult;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.FlagResult;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MoveResult;
import org.postroom.sessioncache.undo.UndoableChange;

/** One kind of change, to be made to the messages of one mailbox at a time. */
sealed interface Work {

    /** What is said when it is done. */
    Deed deed();

    /** Full name of the folder that is named when it is done, else empty. */
    default String folder() {
        return "";
    }

    /** Does it. */
    Outcome on(MailStore store, MessageRefs messages);

    /**
     * What was done.
     *
     * @param done how many messages are now as they were wanted
     * @param gone how many were no longer there
     * @param stopped whether the server failed before all was done
     * @param undo how it is taken back, where it can be
     */
    record Outcome(long done, long gone, boolean stopped, List<UndoableChange> undo) {
        public Outcome {
            undo = List.copyOf(undo);
        }
    }

    /** Sets or takes away flags. */
    record Flags(Deed deed, FlagChange change) implements Work {
        @Override
        public Outcome on(MailStore store, MessageRefs messages) {
            FlagResult result = store.changeFlags(messages, change);
            List<UndoableChange> undo =
                    result.changed().isEmpty()
                            ? List.of()
                            : List.of(
                                    new UndoableChange.FlagsChanged(
                                            messages.with(result.changed()), change));
            long gone = result.gone().size();
            boolean stopped = result.stopped().isPresent();
            long done = stopped ? result.changed().size() : messages.uids().size() - gone;
            return new Outcome(done, gone, stopped, undo);
        }
    }

    /** Moves to another mailbox. */
    record Move(Deed deed, MailboxName target, String folder) implements Work {
        @Override
        public Outcome on(MailStore store, MessageRefs messages) {
            if (messages.mailbox().equals(target)) {
                return new Outcome(messages.uids().size(), 0, false, List.of());
            }
            MoveResult result = store.move(messages, target);
            return new Outcome(
                    result.done().size(),
                    result.gone().size(),
                    result.stopped().isPresent(),
                    undo(messages, result));
        }

        private static List<UndoableChange> undo(MessageRefs messages, MoveResult result) {
            Optional<MoveResult.Target> target =
                    result.target().filter(t -> !t.newUids().isEmpty());
            return target.<List<UndoableChange>>map(
                            t ->
                                    List.of(
                                            new UndoableChange.Moved(
                                                    messages.mailbox(),
                                                    messages.uidValidity(),
                                                    t.mailbox(),
                                                    t.uidValidity(),
                                                    t.newUids())))
                    .orElse(List.of());
        }
    }

    /** Copies to another mailbox. */
    record Copy(MailboxName target) implements Work {
        @Override
        public Deed deed() {
            return Deed.COPY;
        }

        @Override
        public String folder() {
            return target.value();
        }

        @Override
        public Outcome on(MailStore store, MessageRefs messages) {
            MoveResult result = store.copy(messages, target);
            return new Outcome(
                    result.done().size(),
                    result.gone().size(),
                    result.stopped().isPresent(),
                    List.of());
        }
    }

    /** Deletes for good. */
    record Expunge() implements Work {
        @Override
        public Deed deed() {
            return Deed.DELETE;
        }

        @Override
        public Outcome on(MailStore store, MessageRefs messages) {
            ExpungeResult result = store.expunge(messages);
            return new Outcome(
                    result.done().size(),
                    result.gone().size(),
                    result.stopped().isPresent(),
                    List.of());
        }
    }
}
