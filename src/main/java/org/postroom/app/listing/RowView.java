package org.postroom.app.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.ListSentences;
import org.postroom.app.layout.MailboxKind;
import org.postroom.app.panes.MarkedText;
import org.postroom.app.panes.MessageRow;
import org.postroom.app.session.Reader;
import org.postroom.protocol.Address;
import org.postroom.protocol.Envelope;
import org.postroom.protocol.Flag;
import org.postroom.protocol.MessageSummary;

/** Draws one message as a line of a list. */
@RequestScoped
public class RowView {

    private static final int PEOPLE = 3;

    @Inject ListSentences say;
    @Inject Reader reader;

    /** A line of a mailbox's list. */
    public MessageRow of(MessageSummary message, Folders folders, String url, boolean open) {
        return row(message, folders, url, open, List.of(), null);
    }

    /** A line among the results of a search, with the words that were looked for marked. */
    public MessageRow found(
            MessageSummary message, Folders folders, String url, boolean open, List<String> words) {
        String name = message.ref().mailbox().value();
        MessageRow.Place place =
                new MessageRow.Place(folders.path(message.ref().mailbox()), folders.kind(name));
        return row(message, folders, url, open, words, place);
    }

    /** What the line stands under in a list by date; a date is known from the header only. */
    public String dayHeading(MessageSummary message) {
        return message.envelope().isEmpty()
                ? say.notListedYet()
                : reader.formats().dayHeading(message.internalDate());
    }

    private MessageRow row(
            MessageSummary message,
            Folders folders,
            String url,
            boolean open,
            List<String> words,
            MessageRow.@Nullable Place place) {
        Formats formats = reader.formats();
        String mailbox = message.ref().mailbox().value();
        return new MessageRow(
                MessageKey.id(message.ref()),
                mailbox,
                url,
                MarkedText.marking(people(message, folders.kind(mailbox)), words),
                MarkedText.marking(subject(message), words),
                MarkedText.marking(preview(message), words),
                message.envelope().isEmpty() ? "" : formats.shortDate(message.internalDate()),
                formats.machineDate(message.internalDate()),
                formats.fullDate(message.internalDate()),
                state(message),
                open,
                place);
    }

    private static MessageRow.State state(MessageSummary message) {
        return new MessageRow.State(
                !message.has(Flag.SEEN),
                message.has(Flag.FLAGGED),
                message.has(Flag.ANSWERED),
                message.has(Flag.FORWARDED),
                message.attachment(),
                message.envelope().isEmpty(),
                message.onlyCopy());
    }

    private String subject(MessageSummary message) {
        Optional<String> subject = message.envelope().map(Envelope::subject);
        return subject.isEmpty()
                ? say.headerPending()
                : subject.filter(text -> !text.isBlank()).orElseGet(say::noSubject);
    }

    // Of a message whose header is not here, the size is all that is known of its contents.
    private static String preview(MessageSummary message) {
        return message.envelope().isEmpty() ? Formats.size(message.size()) : message.preview();
    }

    private String people(MessageSummary message, MailboxKind kind) {
        Optional<Envelope> envelope = message.envelope();
        if (envelope.isEmpty()) {
            return say.senderPending();
        }
        boolean outgoing = kind == MailboxKind.SENT || kind == MailboxKind.DRAFTS;
        if (outgoing) {
            String names = names(envelope.map(Envelope::to).orElse(List.of()));
            return names.isBlank() ? say.noRecipient() : say.recipients(names);
        }
        String names = names(envelope.map(Envelope::from).orElse(List.of()));
        return names.isBlank() ? say.noSender() : names;
    }

    private static String names(List<Address> people) {
        return people.stream().limit(PEOPLE).map(Address::label).collect(Collectors.joining(", "));
    }
}
