package org.postroom.app.message;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postroom.app.layout.Hidden;
import org.postroom.app.layout.Href;
import org.postroom.app.listing.ListAddress;
import org.postroom.app.listing.MessageKey;

/**
 * Which message, and the list that it was opened from.
 *
 * @param list the mailbox's list beside it
 * @param search what was searched for when it was found, if it was
 * @param everywhere whether all mailboxes were searched
 * @param at its place in the list, from 1; 0 when unknown
 * @param of how many the list has; 0 when unknown
 * @param pictures whether remote pictures are asked for
 */
record MessageAddress(
        MessageKey key,
        ListAddress list,
        Optional<String> search,
        boolean everywhere,
        long at,
        long of,
        boolean pictures) {

    /** The message's page. */
    String href() {
        return href(at, false);
    }

    /** Its page with the pictures shown. */
    List<Hidden> fieldsForPictures() {
        List<Hidden> fields = new ArrayList<>();
        String query = href(at, true).substring("/message?".length());
        for (String field : query.split("&", -1)) {
            String[] parts = field.split("=", 2);
            fields.add(new Hidden(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
        }
        return fields;
    }

    private String href(long position, boolean withPictures) {
        Href href = Href.to(list.href(key.id(), position, of, key.mailbox()));
        search.ifPresent(q -> href.with("q", q).with("scope", everywhere ? "all" : "mailbox"));
        return href.with("pictures", withPictures ? "shown" : "held", "held").toString();
    }

    /** Where the message before or after it in the list is found. */
    String neighbour(String direction) {
        return href(at, false).replaceFirst("^/message\\?", "/message/neighbour?")
                + "&go="
                + direction;
    }

    /** One of the message's other documents: body, source, print, part. */
    Href document(String kind) {
        return Href.to("/message/" + kind).with("in", key.mailbox()).with("id", key.id());
    }

    /** The list, where the way back leads. */
    String back() {
        return search.map(
                        q ->
                                Href.to("/search")
                                        .with("q", q)
                                        .with("scope", everywhere ? "all" : "mailbox")
                                        .with("in", list.mailbox())
                                        .toString())
                .orElseGet(list::href);
    }
}
