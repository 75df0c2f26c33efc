package org.postroom.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a move or copy did.
 *
 * @param done the messages that were moved or copied
 * @param gone those asked for that are no longer there
 * @param target where they are now, where the server told it (COPYUID, RFC 4315)
 * @param stopped why the rest was not done, where many are done in pieces and one piece failed
 */
public record MoveResult(
        UidSet done, UidSet gone, Optional<Target> target, Optional<MailException> stopped) {

    /** Nothing asked, nothing done. */
    public static final MoveResult NOTHING =
            new MoveResult(UidSet.EMPTY, UidSet.EMPTY, Optional.empty());

    /** What was done completely. */
    public MoveResult(UidSet done, UidSet gone, Optional<Target> target) {
        this(done, gone, target, Optional.empty());
    }

    /** Both pieces of one move; new identifiers of different generations are of no use together. */
    public MoveResult and(MoveResult next) {
        return new MoveResult(
                done.union(next.done), gone.union(next.gone), targetWith(next), next.stopped);
    }

    private Optional<Target> targetWith(MoveResult next) {
        if (done.isEmpty() || next.done.isEmpty()) {
            return done.isEmpty() ? next.target : target;
        }
        return target.flatMap(first -> next.target.flatMap(first::with));
    }

    /**
     * This much, and then a failure.
     *
     * @throws MailException the failure itself, when nothing was done before it
     */
    public MoveResult stoppedBy(MailException failure) {
        if (done.isEmpty()) {
            throw failure;
        }
        return new MoveResult(done, gone, target, Optional.of(failure));
    }

    /** The new identifiers. */
    public record Target(MailboxName mailbox, UidValidity uidValidity, Map<Uid, Uid> newUids) {
        public Target {
            newUids = Map.copyOf(newUids);
        }

        private Optional<Target> with(Target next) {
            if (!uidValidity.equals(next.uidValidity)) {
                return Optional.empty();
            }
            Map<Uid, Uid> both = new HashMap<>(newUids);
            both.putAll(next.newUids);
            return Optional.of(new Target(mailbox, uidValidity, both));
        }
    }
}
