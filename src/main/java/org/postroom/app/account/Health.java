package org.postroom.app.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account is.
 *
 * @param well whether it works
 * @param heading one sentence
 * @param text what that means, and when what happens next
 * @param drop what there is with a maildrop only; null for the others
 * @param facts about the connection
 * @param reloadSeconds after which there will be more to tell; 0 when nothing is under way
 */
public record Health(
        boolean well,
        String heading,
        String text,
        @Nullable Drop drop,
        List<Fact> facts,
        int reloadSeconds) {

    /**
     * What was fetched from a maildrop.
     *
     * @param onlyCopies how many messages it has no longer
     * @param onlyCopiesText the same in words
     * @param abilities what its server cannot do
     */
    public record Drop(
            Fetched fetched, long onlyCopies, String onlyCopiesText, List<Ability> abilities) {}

    /**
     * How much of a maildrop is here.
     *
     * @param known messages that it has
     * @param headers of these, those whose header is here
     * @param bodies of these, those that are here wholly
     * @param text the same in words
     * @param note may be empty
     */
    public record Fetched(
            long known, long headers, long bodies, String heading, String text, String note) {}

    /**
     * What a POP3 server cannot do.
     *
     * @param here what is done about it
     */
    public record Ability(String name, String here) {}
}
