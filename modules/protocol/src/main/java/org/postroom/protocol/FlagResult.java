package org.postroom.protocol;

import java.util.Optional;

/**
 * What a change of flags did.
 *
 * @param changed the messages that really changed, and would have to be changed back
 * @param gone those asked for that are no longer there
 * @param stopped why the rest was not done, where many are done in pieces and one piece failed
 */
public record FlagResult(UidSet changed, UidSet gone, Optional<MailException> stopped) {

    /** Nothing asked, nothing done. */
    public static final FlagResult NOTHING = new FlagResult(UidSet.EMPTY, UidSet.EMPTY);

    /** What was done completely. */
    public FlagResult(UidSet changed, UidSet gone) {
        this(changed, gone, Optional.empty());
    }

    /** Both pieces of one change. */
    public FlagResult and(FlagResult next) {
        return new FlagResult(changed.union(next.changed), gone.union(next.gone), next.stopped);
    }

    /**
     * This much, and then a failure.
     *
     * @throws MailException the failure itself, when nothing was changed before it
     */
    public FlagResult stoppedBy(MailException failure) {
        if (changed.isEmpty()) {
            throw failure;
        }
        return new FlagResult(changed, gone, Optional.of(failure));
    }
}
