package org.postroom.app.listing;

import java.util.ArrayList;
import java.util.List;
import org.postroom.protocol.SearchCriteria;

/** The words of a search that are marked where they are found. */
final class SearchWords {

    private SearchWords() {}

    static List<String> of(SearchCriteria criteria) {
        List<String> words = new ArrayList<>();
        collect(criteria, words);
        return words;
    }

    private static void collect(SearchCriteria criteria, List<String> words) {
        switch (criteria) {
            case SearchCriteria.And and -> and.all().forEach(c -> collect(c, words));
            case SearchCriteria.Or or -> or.any().forEach(c -> collect(c, words));
            case SearchCriteria.Contains contains -> words.add(contains.words());
            case SearchCriteria.Not _,
                    SearchCriteria.HasFlag _,
                    SearchCriteria.HasAttachment _,
                    SearchCriteria.Since _,
                    SearchCriteria.Before _,
                    SearchCriteria.Larger _,
                    SearchCriteria.Smaller _,
                    SearchCriteria.Among _ -> {
                // No words to mark.
            }
        }
    }
}
