package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.FlagResult;
import org.postroom.protocol.MailException.NotPermitted;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/** Sets and takes away flags, within the caller's transaction. */
@ApplicationScoped
class FlagChanges {

    private static final String BEFORE =
            """
            SELECT m.uid, m.seen, m.deleted, m.pending, m.size FROM message m
            WHERE m.account = ? AND m.mailbox = ? AND m.uid = ANY (?)
            """;

    private static final String CHANGE =
            """
            UPDATE message m SET %s
            WHERE m.account = ? AND m.mailbox = ? AND m.uid = ANY (?) AND (%s)
            RETURNING m.uid, m.seen, m.deleted, m.pending, m.size, m.keywords
            """;

    /** As many keywords as a message may have. */
    static final int MAX_KEYWORDS = 100;

    private static final String LOWER =
            "ARRAY(SELECT lower(k COLLATE \"C\") FROM unnest(m.keywords) k)";

    private static final String KEYWORDS =
            "keywords = ARRAY(SELECT k FROM unnest(m.keywords) k"
                    + " WHERE lower(k COLLATE \"C\") <> ALL (?))"
                    + " || ARRAY(SELECT a FROM unnest(?) a WHERE lower(a COLLATE \"C\") <> ALL ("
                    + LOWER
                    + "))";

    private static final String OTHER_KEYWORDS = "NOT " + LOWER + " @> ? OR " + LOWER + " && ?";

    /** A change as SQL: what is set, and which rows that makes different. */
    record Change(
            String assignments,
            String difference,
            List<Object> set,
            List<Object> differ,
            boolean addsKeywords) {}

    /** Throws when a message would have too many keywords. */
    static void requireFew(long keywords) {
        if (keywords > MAX_KEYWORDS) {
            throw new NotPermitted("A message would have too many keywords", null);
        }
    }

    /** The change, ready to be applied to messages. */
    Applied of(FlagChange change) {
        List<String> assignments = new ArrayList<>();
        List<String> difference = new ArrayList<>();
        system(change.add(), true, assignments, difference);
        system(change.remove(), false, assignments, difference);
        String[] added = keywords(change.add());
        String[] removed = lower(keywords(change.remove()));
        boolean words = added.length + removed.length > 0;
        if (words) {
            assignments.add(KEYWORDS);
            difference.add(OTHER_KEYWORDS);
        }
        return new Applied(
                new Change(
                        String.join(", ", assignments),
                        String.join(" OR ", difference),
                        words ? List.of(removed, added) : List.of(),
                        words ? List.of(lower(added), removed) : List.of(),
                        added.length > 0));
    }

    private static void system(
            Set<Flag> flags, boolean set, List<String> assignments, List<String> difference) {
        for (SystemFlag flag : SystemFlag.values()) {
            if (flags.contains(flag.flag())) {
                assignments.add(flag.column() + " = " + set);
                difference.add("m." + flag.column() + " <> " + set);
            }
        }
    }

    private static String[] keywords(Collection<Flag> flags) {
        return flags.stream()
                .filter(flag -> SystemFlag.of(flag).isEmpty())
                .map(Flag::value)
                .toArray(String[]::new);
    }

    private static String[] lower(String[] keywords) {
        return List.of(keywords).stream()
                .map(keyword -> keyword.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    /** A change that is applied to one piece of messages after the other. */
    static final class Applied {
        private final Change change;

        private Applied(Change change) {
            this.change = change;
        }

        FlagResult apply(Sql sql, AccountRow account, MailboxRow mailbox, UidSet uids)
                throws SQLException {
            long[] numbers = Condition.numbers(uids);
            Map<Uid, Tally> before = new HashMap<>();
            sql.all(Applied::read, BEFORE, mailbox.account, mailbox.id, numbers)
                    .forEach(row -> before.put(row.getKey(), row.getValue()));
            var after = sql.all(this::changed, statement(), parameters(mailbox, numbers));
            for (Map.Entry<Uid, Tally> row : after) {
                mailbox.count(
                        row.getValue()
                                .and(before.getOrDefault(row.getKey(), row.getValue()).negated()));
                mailbox.changedAt = account.version;
            }
            return new FlagResult(
                    UidSet.of(after.stream().map(Map.Entry::getKey).toList()),
                    uids.minus(UidSet.of(before.keySet())));
        }

        private String statement() {
            return CHANGE.formatted(change.assignments(), change.difference());
        }

        private List<@Nullable Object> parameters(MailboxRow mailbox, long[] numbers) {
            List<@Nullable Object> all = new ArrayList<>(change.set());
            all.addAll(List.of(mailbox.account, mailbox.id, numbers));
            all.addAll(change.differ());
            return all;
        }

        // Who has more from before may still take some away.
        private Map.Entry<Uid, Tally> changed(ResultSet row) throws SQLException {
            String[] keywords = (String[]) row.getArray("keywords").getArray();
            if (change.addsKeywords()) {
                requireFew(keywords.length);
            }
            return read(row);
        }

        private static Map.Entry<Uid, Tally> read(ResultSet row) throws SQLException {
            return Map.entry(new Uid(row.getLong("uid")), Tally.of(row));
        }
    }
}
