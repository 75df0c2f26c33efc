package org.postroom.sessioncache.local;

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

/**
 * What must be known of every message for an answer to be complete.
 *
 * @param header whether a header that is not here matters
 * @param content whether a text that is not here matters
 */
record Unknown(boolean header, boolean content) {

    private static final Unknown NOTHING = new Unknown(false, false);
    private static final Unknown HEADER = new Unknown(true, false);
    private static final Unknown CONTENT = new Unknown(false, true);

    /** What matters to these. */
    static Unknown of(SearchCriteria criteria) {
        return switch (criteria) {
            case And(var all) -> all.stream().map(Unknown::of).reduce(NOTHING, Unknown::and);
            case Or(var any) -> any.stream().map(Unknown::of).reduce(NOTHING, Unknown::and);
            case Not(var inner) -> of(inner);
            case Contains(var field, var _) ->
                    field == Field.BODY || field == Field.TEXT ? CONTENT : HEADER;
            case HasAttachment() -> CONTENT;
            // Until the header is known, the date is that of the arrival here.
            case Since _, Before _ -> HEADER;
            case HasFlag _, Larger _, Smaller _, Among _ -> NOTHING;
        };
    }

    private Unknown and(Unknown other) {
        return new Unknown(header || other.header, content || other.content);
    }

    /** The messages that a search is kept to, as far as its top level tells. */
    static Condition scope(SearchCriteria criteria) {
        return switch (criteria) {
            case Among(var uids) -> Condition.among(uids);
            case And(var all) -> Condition.all(all.stream().map(Unknown::scope).toList());
            case Or _, Not _, Contains _, HasFlag _, HasAttachment _ -> Condition.ALWAYS;
            case Since _, Before _, Larger _, Smaller _ -> Condition.ALWAYS;
        };
    }
}
