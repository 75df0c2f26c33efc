package org.postroom.sessioncache.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.UidSet;

/**
 * A condition on rows of {@code message m}. A person's words are always parameters, never SQL.
 *
 * @param sql with a question mark for each parameter
 */
record Condition(String sql, List<@Nullable Object> parameters) {

    static final Condition ALWAYS = of("true");
    static final Condition NEVER = of("false");

    // Beyond this many an index scan for each costs more than a look at all between them.
    private static final long FEW = 5_000;

    static Condition of(String sql, @Nullable Object... parameters) {
        return new Condition(sql, Arrays.asList(parameters));
    }

    /** All of these. */
    static Condition all(List<Condition> conditions) {
        return joined(conditions, " AND ", ALWAYS);
    }

    /** At least one of these. */
    static Condition any(List<Condition> conditions) {
        return joined(conditions, " OR ", NEVER);
    }

    private static Condition joined(List<Condition> conditions, String with, Condition none) {
        if (conditions.isEmpty()) {
            return none;
        }
        List<@Nullable Object> parameters = new ArrayList<>();
        conditions.forEach(condition -> parameters.addAll(condition.parameters()));
        return new Condition(
                conditions.stream().map(Condition::sql).collect(Collectors.joining(with, "(", ")")),
                parameters);
    }

    Condition and(Condition other) {
        return all(List.of(this, other));
    }

    Condition negated() {
        return new Condition("NOT " + sql, parameters);
    }

    /** The parameters, and others after them. */
    List<@Nullable Object> parametersAnd(@Nullable Object... others) {
        List<@Nullable Object> all = new ArrayList<>(parameters);
        all.addAll(Arrays.asList(others));
        return all;
    }

    /** A message of this mailbox. */
    static Condition in(MailboxRow mailbox) {
        return of("(m.account = ? AND m.mailbox = ?)", mailbox.account, mailbox.id);
    }

    /** One of these. */
    static Condition among(UidSet uids) {
        if (uids.isEmpty()) {
            return NEVER;
        }
        long first = uids.ranges().getFirst().first();
        long last = uids.ranges().getLast().last();
        if (uids.ranges().size() == 1) {
            return of("(m.uid BETWEEN ? AND ?)", first, last);
        }
        if (uids.size() <= FEW) {
            return of("(m.uid = ANY (?))", (Object) numbers(uids));
        }
        return of(
                "(m.uid BETWEEN ? AND ? AND m.uid <@ ?::int8multirange)",
                first,
                last,
                new Sql.Ranges(uids));
    }

    /** The identifiers as they are bound. */
    static long[] numbers(UidSet uids) {
        return uids.stream().mapToLong(uid -> uid.value()).toArray();
    }
}
