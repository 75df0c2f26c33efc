package org.postroom.protocol;

import java.util.Optional;

/**
 * What a deletion for good did.
 *
 * @param done the messages that were deleted
 * @param gone those asked for that were no longer there
 * @param stopped why the rest was not done, where many are done in pieces and one piece failed
 */
public record ExpungeResult(UidSet done, UidSet gone, Optional<MailException> stopped) {

    /** Nothing asked, nothing done. */
    public static final ExpungeResult NOTHING = new ExpungeResult(UidSet.EMPTY, UidSet.EMPTY);

    /** What was done completely. */
    public ExpungeResult(UidSet done, UidSet gone) {
        this(done, gone, Optional.empty());
    }

    /** Both pieces of one deletion. */
    public ExpungeResult and(ExpungeResult next) {
        return new ExpungeResult(done.union(next.done), gone.union(next.gone), next.stopped);
    }

    /**
     * This much, and then a failure.
     *
     * @throws MailException the failure itself, when nothing was deleted before it
     */
    public ExpungeResult stoppedBy(MailException failure) {
        if (done.isEmpty()) {
            throw failure;
        }
        return new ExpungeResult(done, gone, Optional.of(failure));
    }
}
