package org.postroom.app.listing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.app.layout.BadInput;
import org.postroom.app.layout.Href;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.Uid;

/**
 * What is searched for and where, as the address says it.
 *
 * @param q as typed
 * @param in full name of the mailbox that the reader came from
 * @param everywhere whether all mailboxes are searched
 * @param from where to go on, for all pages but the first
 */
public record SearchAddress(String q, String in, boolean everywhere, Optional<Cursor> from) {

    /**
     * How far a search has come.
     *
     * @param mailbox how many mailboxes have been searched whole
     * @param below only messages with smaller UIDs are still to come in the next one
     * @param found how many were found until here
     * @param before how many of those stand on the pages before this one
     * @param complete whether every message until here could be looked at
     */
    public record Cursor(int mailbox, long below, long found, long before, boolean complete) {

        private static final Pattern FORM =
                Pattern.compile("(\\d{1,6})\\.(\\d{1,10})\\.(\\d{1,10})\\.(\\d{1,10})(\\.part)?");

        /** Reads {@link #toString}. */
        static Cursor parse(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new BadInput(BadInput.Reason.ADDRESS);
            }
            long below = Numbers.parse(parts.group(2), Uid.MAX);
            return new Cursor(
                    Integer.parseInt(parts.group(1)),
                    below,
                    Long.parseLong(parts.group(3)),
                    Long.parseLong(parts.group(4)),
                    parts.group(5) == null);
        }

        @Override
        public String toString() {
            return mailbox + "." + below + "." + found + "." + before + (complete ? "" : ".part");
        }

        static Cursor start() {
            return new Cursor(0, Uid.MAX, 0, 0, true);
        }
    }

    /**
     * From the parts of an address.
     *
     * @throws BadInput when a part is none of the known words
     */
    public static SearchAddress of(
            String q, Optional<String> in, Optional<String> scope, Optional<String> from) {
        return new SearchAddress(
                q,
                ListAddress.of(in.orElse("INBOX")).mailbox(),
                scope.filter("all"::equals).isPresent(),
                from.map(Cursor::parse));
    }

    /** The same search from its beginning. */
    public String href() {
        return start().toString();
    }

    /** The same search for other words. */
    public String href(String other) {
        return new SearchAddress(other, in, everywhere, Optional.empty()).href();
    }

    /** The same words, in this mailbox or in all. */
    public String scoped(boolean all) {
        return new SearchAddress(q, in, all, Optional.empty()).href();
    }

    /** The same search, going on. */
    String href(Cursor cursor) {
        return start().with("from", cursor.toString()).toString();
    }

    /** Where a message that was found is shown. */
    String href(MessageRef message) {
        return Href.to(
                        ListAddress.of(in)
                                .href(MessageKey.id(message), 0, 0, message.mailbox().value()))
                .with("q", q)
                .with("scope", everywhere ? "all" : "mailbox")
                .toString();
    }

    private Href start() {
        return Href.to("/search")
                .with("q", q)
                .with("scope", everywhere ? "all" : "mailbox")
                .with("in", in);
    }
}
