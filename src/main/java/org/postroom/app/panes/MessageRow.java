package org.postroom.app.panes;

import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.MailboxKind;

/**
 * One line of a list.
 *
 * @param id {@code <uidvalidity>.<uid>}
 * @param in full name of the message's mailbox
 * @param url where the message opens
 * @param from the sender; in Sent and Drafts "To: …"
 * @param subject never empty: "(no subject)" is a text of the caller
 * @param preview first words, may be empty
 * @param date in the reader's own words: "14:05", "Wed 18 Nov"; empty while it is not known
 * @param instant the same for machines, ISO 8601
 * @param dateTitle the full date and time, for the tooltip
 * @param state what the flags say
 * @param open whether this message stands in the reading pane
 * @param place where it was found, null outside of searches
 */
public record MessageRow(
        String id,
        String in,
        String url,
        MarkedText from,
        MarkedText subject,
        MarkedText preview,
        String date,
        String instant,
        String dateTitle,
        State state,
        boolean open,
        @Nullable Place place) {

    /**
     * Flags and marks of the line.
     *
     * @param pending whether its header is still being fetched
     * @param onlyCopy whether the mail server has it no longer
     */
    public record State(
            boolean unread,
            boolean starred,
            boolean answered,
            boolean forwarded,
            boolean attachment,
            boolean pending,
            boolean onlyCopy) {}

    /**
     * Where a search found the message.
     *
     * @param label the mailbox with its parents: "Clients / Nordlicht Werft"
     * @param kind for the icon
     */
    public record Place(String label, MailboxKind kind) {}

    /** The id of the line; UIDs alone are not unique where several mailboxes were searched. */
    public String anchor() {
        return "row-" + id + "-" + Integer.toHexString(in.hashCode());
    }

    /** The value of the checkbox: {@code <uidvalidity>.<uid>@<full name>}. */
    public String reference() {
        return id + "@" + in;
    }
}
