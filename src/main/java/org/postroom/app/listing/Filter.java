package org.postroom.app.listing;

import java.util.Locale;
import org.postroom.app.layout.BadInput;
import org.postroom.protocol.SearchCriteria;

/** The quick filters of a list. */
public enum Filter {
    ALL(SearchCriteria.ALL),
    UNREAD(SearchCriteria.UNREAD),
    STARRED(SearchCriteria.STARRED),
    ATTACHMENTS(SearchCriteria.ATTACHMENTS);

    private final SearchCriteria criteria;

    Filter(SearchCriteria criteria) {
        this.criteria = criteria;
    }

    public SearchCriteria criteria() {
        return criteria;
    }

    /** The word in addresses and marks. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Filter ofWord(String word) {
        for (Filter filter : values()) {
            if (filter.word().equals(word)) {
                return filter;
            }
        }
        throw new BadInput(BadInput.Reason.ADDRESS);
    }
}
