package org.postroom.protocol;

import java.time.Instant;
import java.util.List;

/**
 * What a message must be to be found (RFC 9051 §6.4.4). Texts are substrings, compared without
 * case. Every store answers each of them; how fast is another matter.
 */
public sealed interface SearchCriteria {

    /** Every message. */
    SearchCriteria ALL = new And(List.of());

    SearchCriteria UNREAD = new Not(new HasFlag(Flag.SEEN));
    SearchCriteria STARRED = new HasFlag(Flag.FLAGGED);
    SearchCriteria ATTACHMENTS = new HasAttachment();

    /** All of these; none: every message. */
    record And(List<SearchCriteria> all) implements SearchCriteria {
        public And {
            all = List.copyOf(all);
        }
    }

    /** At least one of these; none: no message. */
    record Or(List<SearchCriteria> any) implements SearchCriteria {
        public Or {
            any = List.copyOf(any);
        }
    }

    record Not(SearchCriteria criteria) implements SearchCriteria {}

    /**
     * A field, or the text, holds these words.
     *
     * @param words not empty, without control characters
     */
    record Contains(Field field, String words) implements SearchCriteria {
        public Contains {
            if (words.isEmpty() || words.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "Words are not empty and have no control characters");
            }
        }
    }

    /** Where words are looked for. */
    enum Field {
        FROM,
        TO,
        CC,
        BCC,
        SUBJECT,
        /** The texts of the message, not its header. */
        BODY,
        /** Header and texts. */
        TEXT,
        MESSAGE_ID
    }

    record HasFlag(Flag flag) implements SearchCriteria {}

    record HasAttachment() implements SearchCriteria {}

    /** INTERNALDATE at or after this moment. */
    record Since(Instant moment) implements SearchCriteria {}

    /** INTERNALDATE before this moment. */
    record Before(Instant moment) implements SearchCriteria {}

    /** More octets than this. */
    record Larger(long octets) implements SearchCriteria {}

    /** Fewer octets than this. */
    record Smaller(long octets) implements SearchCriteria {}

    /** Only these. */
    record Among(UidSet uids) implements SearchCriteria {}

    /** Both. */
    default SearchCriteria and(SearchCriteria other) {
        if (equals(ALL)) {
            return other;
        }
        return other.equals(ALL) ? this : new And(List.of(this, other));
    }
}
