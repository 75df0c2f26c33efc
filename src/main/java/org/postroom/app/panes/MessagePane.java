package org.postroom.app.panes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.Hidden;
import org.postroom.app.layout.Link;
import org.postroom.app.layout.MailboxKind;

/**
 * One open message.
 *
 * @param id {@code <uidvalidity>.<uid>}
 * @param in full name of its mailbox
 * @param subject never empty
 * @param starred whether the flag is set
 * @param unread whether it is unread, as after "Mark as unread"
 * @param onlyCopy whether the mail server has it no longer
 * @param head sender, recipients and date; null while they are not known
 * @param position where it stands in the list from which it was opened
 * @param place where it was found, null outside of searches
 * @param warnings may be empty
 * @param body what its writer wrote
 * @param attachments the files that came with it
 * @param documents its other shapes
 * @param actions what can be done with it
 * @param form hidden fields of the actions: {@code message}, {@code in}, {@code back} …
 * @param csrf the token of the forms
 */
public record MessagePane(
        String id,
        String in,
        String subject,
        boolean starred,
        boolean unread,
        boolean onlyCopy,
        @Nullable Head head,
        Position position,
        @Nullable Found place,
        List<Warning> warnings,
        Body body,
        Attachments attachments,
        Documents documents,
        Actions actions,
        List<Hidden> form,
        String csrf) {

    /**
     * The header fields that are shown.
     *
     * @param from one sender, or several
     * @param initials one or two letters of the first sender
     * @param summary "to me, Jun Okafor"
     * @param to may be empty
     * @param cc may be empty
     * @param replyTo empty unless it differs from the sender
     * @param date "Today, 14:05"
     * @param instant ISO 8601
     * @param fullDate with weekday and time zone
     */
    public record Head(
            List<Person> from,
            String initials,
            String summary,
            List<Person> to,
            List<Person> cc,
            List<Person> replyTo,
            String date,
            String instant,
            String fullDate) {}

    /**
     * Where a message stands in a list.
     *
     * @param text "1 of 4,812"; empty if unknown
     * @param previousUrl the message above in the list, null at the top
     * @param nextUrl the message below, null at the end
     * @param list the list itself, with its heading
     */
    public record Position(
            String text, @Nullable String previousUrl, @Nullable String nextUrl, Link list) {}

    /**
     * The text of a message.
     *
     * @param held null if no picture is held back
     * @param frame an HTML body; null if the body is text
     * @param text a plain text body; empty if the body is HTML
     * @param waiting what is said instead while it is being fetched; null when it is here
     */
    public record Body(
            @Nullable HeldImages held,
            @Nullable BodyFrame frame,
            List<TextBlock> text,
            @Nullable Waiting waiting) {}

    /**
     * A text that has not been fetched.
     *
     * @param trouble whether something keeps it from coming
     * @param heading what it waits for
     * @param text what comes of it
     * @param url this message, as it will be
     * @param seconds when to look again; 0 when it cannot come any more
     */
    public record Waiting(boolean trouble, String heading, String text, String url, int seconds) {}

    /**
     * The files of a message.
     *
     * @param heading "2 attachments, 1.6 MB"; empty without any
     * @param rows may be empty
     */
    public record Attachments(String heading, List<AttachmentRow> rows) {}

    /**
     * What else can be opened of a message.
     *
     * @param rawUrl the source
     * @param printUrl the page to print
     */
    public record Documents(String rawUrl, String printUrl) {}

    /**
     * The mailbox in which a search found the message.
     *
     * @param mailbox label and URL
     * @param kind for the icon
     */
    public record Found(Link mailbox, MailboxKind kind) {}
}
