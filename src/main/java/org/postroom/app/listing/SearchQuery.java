package org.postroom.app.listing;

import java.util.List;
import java.util.Optional;
import org.postroom.protocol.SearchCriteria;

/**
 * What somebody typed into the search box, understood.
 *
 * @param text as typed, without outer white space
 * @param mailbox the full name given with {@code in:}
 * @param terms the top-level terms as typed, each of which can be taken away
 * @param readsText whether message texts have to be read, which takes a mail server long
 */
public record SearchQuery(
        String text,
        SearchCriteria criteria,
        Optional<String> mailbox,
        List<String> terms,
        boolean readsText) {

    public SearchQuery {
        terms = List.copyOf(terms);
    }

    /** The query without its n-th term, n from 0. */
    public String without(int n) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            if (i != n) {
                rest.append(rest.isEmpty() ? "" : " ").append(terms.get(i));
            }
        }
        return rest.toString();
    }
}
