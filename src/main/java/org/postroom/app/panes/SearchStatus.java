package org.postroom.app.panes;

import java.util.List;

/**
 * How far a search has come; stays when it is done, so that nothing jumps.
 *
 * @param state running, done, partial or unsupported
 * @param found "38 found"
 * @param where "in 9 of 12 folders"
 * @param remaining which folders are still to come or were left out; may be empty
 * @param done folders searched
 * @param total folders to search
 * @param chips the operators of the query, each with the query without it
 * @param clearUrl where the mailbox is shown without any search
 * @param scopes "This folder" and "All folders" as links, for narrow screens
 */
public record SearchStatus(
        State state,
        String found,
        String where,
        String remaining,
        int done,
        int total,
        List<Chip> chips,
        String clearUrl,
        List<Choice> scopes) {

    /** The value of {@code data-state}. */
    public enum State {
        RUNNING("running"),
        DONE("done"),
        PARTIAL("partial"),
        UNSUPPORTED("unsupported");

        private final String mark;

        State(String mark) {
            this.mark = mark;
        }

        /** How the state is written in the page. */
        public String mark() {
            return mark;
        }
    }

    /**
     * One operator or word of the query.
     *
     * @param operator "from:" with its colon, empty for words
     * @param text what stands behind it
     * @param url the same search without it
     */
    public record Chip(String operator, String text, String url) {}

    /** Whether more is to come. */
    public boolean running() {
        return state == State.RUNNING;
    }
}
