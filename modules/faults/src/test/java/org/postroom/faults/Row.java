package org.postroom.faults;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A line of a list.
 *
 * @param id what forms call it
 * @param url of the message
 */
record Row(String id, String subject, boolean starred, boolean unread, String url) {

    static List<Row> of(Document list) {
        return list.select(".row[data-message]").stream().map(Row::of).toList();
    }

    /** The line with this subject; IllegalStateException when there is none, or more than one. */
    static Row of(Document list, String subject) {
        List<Row> found = of(list).stream().filter(row -> row.subject.equals(subject)).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(subject + " is there " + found.size() + " times");
        }
        return found.getFirst();
    }

    private static Row of(Element row) {
        return new Row(
                row.attr("data-message"),
                row.select("[data-testid=row-subject]").text(),
                row.hasAttr("data-starred"),
                row.hasAttr("data-unread"),
                row.select("[data-testid=message-link]").attr("href"));
    }
}
