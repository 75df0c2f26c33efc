package org.postroom.sessioncache.local;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postroom.protocol.Flag;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SearchCriteria.Among;
import org.postroom.protocol.SearchCriteria.And;
import org.postroom.protocol.SearchCriteria.Before;
import org.postroom.protocol.SearchCriteria.Contains;
import org.postroom.protocol.SearchCriteria.Field;
import org.postroom.protocol.SearchCriteria.HasAttachment;
import org.postroom.protocol.SearchCriteria.HasFlag;
import org.postroom.protocol.SearchCriteria.Larger;
import org.postroom.protocol.SearchCriteria.Not;
import org.postroom.protocol.SearchCriteria.Or;
import org.postroom.protocol.SearchCriteria.Since;
import org.postroom.protocol.SearchCriteria.Smaller;
import org.postroom.rendering.text.SearchText;

/** What a message must be, as a condition on its row. */
final class SearchSql {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_LEAVES = 2_000;

    // One content after the other, for rows that nothing cheaper has ruled out.
    private static final String WORDS =
            "coalesce((SELECT c.words LIKE ? FROM content c"
                    + " WHERE c.account = m.account AND c.id = m.content), false)";

    private int leaves;

    private SearchSql() {}

    /**
     * The condition; messages marked as deleted are not its affair.
     *
     * @throws ServerRefused when the criteria are nested too deeply, or too many
     */
    static Condition of(SearchCriteria criteria) {
        return new SearchSql().condition(criteria, 0);
    }

    private Condition condition(SearchCriteria criteria, int depth) {
        if (depth > MAX_DEPTH || leaves++ > MAX_LEAVES) {
            throw new ServerRefused("Too much is asked at once", Optional.empty(), null);
        }
        return switch (criteria) {
            case And(var all) -> Condition.all(conditions(all, depth + 1));
            case Or(var any) -> Condition.any(conditions(any, depth + 1));
            case Not(var inner) -> condition(inner, depth + 1).negated();
            case Contains(var field, var words) -> contains(field, words);
            case HasFlag(var flag) -> flag(flag);
            case HasAttachment() -> Condition.of("m.attachment");
            case Since(var moment) -> Condition.of("(m.internal_date >= ?)", moment);
            case Before(var moment) -> Condition.of("(m.internal_date < ?)", moment);
            case Larger(var octets) -> Condition.of("(m.size > ?)", octets);
            case Smaller(var octets) -> Condition.of("(m.size < ?)", octets);
            case Among(var uids) -> Condition.among(uids);
        };
    }

    private List<Condition> conditions(List<SearchCriteria> criteria, int depth) {
        return criteria.stream().map(one -> condition(one, depth)).toList();
    }

    private static Condition contains(Field field, String words) {
        String form = SearchText.normalised(words);
        if (form.isEmpty()) {
            return Condition.NEVER; // nothing in it that anybody could see
        }
        String pattern = "%" + literal(form) + "%";
        return switch (field) {
            case FROM -> column("from_words", pattern);
            case TO -> column("to_words", pattern);
            case CC -> column("cc_words", pattern);
            case BCC -> column("bcc_words", pattern);
            case SUBJECT -> column("subject_words", pattern);
            case MESSAGE_ID -> messageId(pattern);
            case BODY -> Condition.of(WORDS, pattern);
            case TEXT -> anywhere(pattern);
        };
    }

    private static Condition column(String name, String pattern) {
        return Condition.of("(m." + name + " LIKE ?)", pattern);
    }

    private static Condition messageId(String pattern) {
        return Condition.of("(lower(coalesce(m.message_id, '') COLLATE \"C\") LIKE ?)", pattern);
    }

    private static Condition anywhere(String pattern) {
        return Condition.any(
                List.of(
                        column("subject_words", pattern),
                        column("from_words", pattern),
                        column("to_words", pattern),
                        column("cc_words", pattern),
                        column("bcc_words", pattern),
                        messageId(pattern),
                        Condition.of(WORDS, pattern)));
    }

    /** The words as a pattern that means nothing but them. */
    static String literal(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Condition flag(Flag flag) {
        return SystemFlag.of(flag)
                .map(column -> Condition.of("m." + column.column()))
                .orElseGet(() -> keyword(flag.value().toLowerCase(Locale.ROOT)));
    }

    private static Condition keyword(String keyword) {
        return Condition.of(
                "(EXISTS (SELECT FROM unnest(m.keywords) k WHERE lower(k COLLATE \"C\") = ?))",
                keyword);
    }
}
