package org.postroom.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Headers;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page that a {@link Visitor} has got. */
public record Page(Visitor visitor, int status, String address, Document dom, Headers headers) {

    /** The one element that is marked so. */
    public Element mark(String testId) {
        return one("[data-testid=" + testId + "]");
    }

    /** All elements that are marked so. */
    public List<Element> marks(String testId) {
        return dom.select("[data-testid=" + testId + "]");
    }

    /** The one element of a CSS selector; fails with the page where there is none. */
    public Element one(String selector) {
        List<Element> found = dom.select(selector);
        assertThat(found).as("%s on %s (%d):%n%s", selector, address, status, text()).isNotEmpty();
        return found.getFirst();
    }

    public boolean has(String selector) {
        return !dom.select(selector).isEmpty();
    }

    /** The rows of the list. */
    public List<Element> rows() {
        return dom.select("[data-message][data-in]:has(input[name=message])");
    }

    /** The row with this subject. */
    public Element row(String subject) {
        return rows().stream()
                .filter(row -> row.select("[data-testid=row-subject]").text().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row “" + subject + "”:\n" + text()));
    }

    /** Subjects in the order of the list. */
    public List<String> subjects() {
        return rows().stream().map(r -> r.select("[data-testid=row-subject]").text()).toList();
    }

    /** Follows the link of a selector. */
    public Page follow(String selector) {
        return follow(selector, "href");
    }

    /** Opens what an attribute of a selector leads to. */
    public Page follow(String selector, String attribute) {
        return visitor.open(one(selector).attr(attribute));
    }

    /** Opens a message by its subject. */
    public Page openMessage(String subject) {
        return visitor.open(row(subject).select("[data-testid=message-link]").attr("href"));
    }

    /** The form of a selector, filled in as the page has it. */
    public Form form(String selector) {
        return new Form(visitor, one(selector), dom);
    }

    /** The form of a selector that is at this place among several. */
    public Form form(String selector, int index) {
        return new Form(visitor, dom.select(selector).get(index), dom);
    }

    /** The form with this mark. */
    public Form markedForm(String testId) {
        return form("form[data-testid=" + testId + "]");
    }

    /** What a person reads. */
    public String text() {
        return dom.text();
    }

    /** How many messages the list says it has. */
    public long count() {
        return Long.parseLong(mark("message-count").text().replaceAll("[^0-9]", ""));
    }
}
