package org.postroom.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * What a move or copy did.
 *
 * @param done the messages that were moved or copied
 * @param gone those asked for that are no longer there
 * @param target where they are now, where the server told it (COPYUID, RFC 4315)
 */
public record MoveResult(UidSet done, UidSet gone, Optional<Target> target) {

    /** The new identifiers. */
    public record Target(MailboxName mailbox, UidValidity uidValidity, Map<Uid, Uid> newUids) {
        public Target {
            newUids = Map.copyOf(newUids);
        }
    }
}
