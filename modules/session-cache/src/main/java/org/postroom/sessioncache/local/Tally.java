package org.postroom.sessioncache.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.postroom.protocol.Flag;

/** What some messages count for in their mailbox. */
record Tally(long messages, long unseen, long deleted, long pending, long size) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

    /** One message, by columns of these names. */
    static Tally of(ResultSet row) throws SQLException {
        return new Tally(
                1,
                row.getBoolean("seen") ? 0 : 1,
                row.getBoolean("deleted") ? 1 : 0,
                row.getBoolean("pending") ? 1 : 0,
                row.getLong("size"));
    }

    /** One message whose header is known. */
    static Tally of(Set<Flag> flags, long size) {
        return new Tally(
                1,
                flags.contains(Flag.SEEN) ? 0 : 1,
                flags.contains(Flag.DELETED) ? 1 : 0,
                0,
                size);
    }

    Tally and(Tally other) {
        return new Tally(
                messages + other.messages,
                unseen + other.unseen,
                deleted + other.deleted,
                pending + other.pending,
                size + other.size);
    }

    Tally negated() {
        return new Tally(-messages, -unseen, -deleted, -pending, -size);
    }
}
