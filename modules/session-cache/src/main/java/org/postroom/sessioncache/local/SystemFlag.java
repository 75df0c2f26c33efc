package org.postroom.sessioncache.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.postroom.protocol.Flag;

/** The flags that have a column each. */
enum SystemFlag {
    SEEN(Flag.SEEN),
    ANSWERED(Flag.ANSWERED),
    FLAGGED(Flag.FLAGGED),
    DELETED(Flag.DELETED),
    DRAFT(Flag.DRAFT);

    private final Flag flag;

    SystemFlag(Flag flag) {
        this.flag = flag;
    }

    Flag flag() {
        return flag;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column of a flag; empty for keywords. */
    static Optional<SystemFlag> of(Flag flag) {
        return Arrays.stream(values()).filter(known -> known.flag.equals(flag)).findFirst();
    }
}
