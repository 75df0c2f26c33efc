package org.postroom.sessioncache.undo;

import java.util.Map;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.UidValidity;

/** One change that the server made and that can be taken back. */
public sealed interface UndoableChange {

    /**
     * Flags were changed.
     *
     * @param messages those that really changed
     * @param change what was done to them
     */
    record FlagsChanged(MessageRefs messages, FlagChange change) implements UndoableChange {}

    /**
     * Messages were moved, and the server told where they are.
     *
     * @param newUids from the UID in the source to the UID in the target; not empty
     */
    record Moved(
            MailboxName source,
            UidValidity sourceValidity,
            MailboxName target,
            UidValidity targetValidity,
            Map<Uid, Uid> newUids)
            implements UndoableChange {
        public Moved {
            newUids = Map.copyOf(newUids);
        }

        /** The messages where they are now. */
        public MessageRefs moved() {
            return new MessageRefs(target, targetValidity, UidSet.of(newUids.values()));
        }
    }
}
