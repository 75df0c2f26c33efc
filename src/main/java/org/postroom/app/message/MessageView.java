package org.postroom.app.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.Hidden;
import org.postroom.app.layout.Initials;
import org.postroom.app.layout.Link;
import org.postroom.app.layout.ListSentences;
import org.postroom.app.layout.MessageSentences;
import org.postroom.app.layout.SearchSentences;
import org.postroom.app.listing.Folders;
import org.postroom.app.listing.ListAddress;
import org.postroom.app.listing.MessageKey;
import org.postroom.app.panes.HeldImages;
import org.postroom.app.panes.MessagePane;
import org.postroom.app.panes.Person;
import org.postroom.app.panes.Warning;
import org.postroom.app.session.CurrentSession;
import org.postroom.app.session.Reader;
import org.postroom.protocol.Address;
import org.postroom.protocol.Envelope;
import org.postroom.protocol.Flag;
import org.postroom.protocol.MessageSummary;

/** Draws one message. */
@RequestScoped
class MessageView {

    private static final int SUMMARISED = 4;

    @Inject MessageSentences say;
    @Inject ListSentences lists;
    @Inject SearchSentences searches;
    @Inject Reader reader;
    @Inject CurrentSession current;
    @Inject BodyView bodies;
    @Inject FileView files;
    @Inject WarningView warnings;
    @Inject WaitingView waiting;

    MessagePane of(MessageAddress address, Contents contents, Folders folders) {
        BodyView.Drawn body = bodies.of(address, contents);
        return pane(
                address,
                contents.detail().summary(),
                folders,
                new Content(
                        warnings.of(contents, body),
                        new MessagePane.Body(held(address, body), body.frame(), body.text(), null),
                        files.of(address, contents.parts(), body.embedded())));
    }

    /**
     * What is known of a message whose text is not here.
     *
     * @param never whether it cannot come any more
     */
    MessagePane without(
            MessageAddress address, MessageSummary summary, Folders folders, boolean never) {
        MessagePane.Waiting why =
                never ? waiting.never(address.href()) : waiting.of(address.href(), summary.size());
        return pane(
                address,
                summary,
                folders,
                new Content(
                        List.of(),
                        new MessagePane.Body(null, null, List.of(), why),
                        new MessagePane.Attachments("", List.of())));
    }

    private record Content(
            List<Warning> warnings, MessagePane.Body body, MessagePane.Attachments files) {}

    private MessagePane pane(
            MessageAddress address, MessageSummary summary, Folders folders, Content content) {
        return new MessagePane(
                address.key().id(),
                address.key().mailbox(),
                subject(summary.envelope()),
                summary.has(Flag.FLAGGED),
                false,
                summary.onlyCopy(),
                summary.envelope().map(envelope -> head(summary, envelope)).orElse(null),
                position(address, folders),
                found(address, folders),
                content.warnings(),
                content.body(),
                content.files(),
                documents(address),
                folders.actions(address.key().mailbox()),
                form(address),
                current.csrf());
    }

    private static MessagePane.Documents documents(MessageAddress address) {
        return new MessagePane.Documents(
                address.document("source").toString(), address.document("print").toString());
    }

    private MessagePane.Position position(MessageAddress address, Folders folders) {
        return new MessagePane.Position(
                positionText(address),
                address.at() > 1 ? address.neighbour("previous") : null,
                hasNext(address) ? address.neighbour("next") : null,
                new Link(backLabel(address, folders), address.back()));
    }

    private String backLabel(MessageAddress address, Folders folders) {
        return address.search().isPresent()
                ? searches.searchResults()
                : folders.label(address.list().mailbox());
    }

    private static boolean hasNext(MessageAddress address) {
        return address.at() > 0 && address.at() < address.of();
    }

    private String positionText(MessageAddress address) {
        return address.at() == 0 || address.of() == 0
                ? ""
                : say.position(Formats.number(address.at()), Formats.number(address.of()));
    }

    private static @Nullable HeldImages held(MessageAddress address, BodyView.Drawn body) {
        return body.heldPictures() == 0 || address.pictures()
                ? null
                : new HeldImages("/message", address.fieldsForPictures(), null);
    }

    private static MessagePane.@Nullable Found found(MessageAddress address, Folders folders) {
        String mailbox = address.key().mailbox();
        if (address.search().isEmpty()) {
            return null;
        }
        Link link =
                new Link(
                        folders.path(folders.namespace().named(mailbox)),
                        ListAddress.of(mailbox).href());
        return new MessagePane.Found(link, folders.kind(mailbox));
    }

    private static List<Hidden> form(MessageAddress address) {
        MessageKey key = address.key();
        return List.of(
                new Hidden("message", key.id() + "@" + key.mailbox()),
                new Hidden("in", key.mailbox()),
                new Hidden("back", address.back()),
                new Hidden("here", address.href()));
    }

    private String subject(Optional<Envelope> envelope) {
        return envelope.isEmpty()
                ? lists.headerPending()
                : envelope.map(Envelope::subject)
                        .filter(text -> !text.isBlank())
                        .orElseGet(lists::noSubject);
    }

    private MessagePane.Head head(MessageSummary summary, Envelope envelope) {
        Formats formats = reader.formats();
        List<Address> from = envelope.from();
        Instant date = envelope.date().orElse(summary.internalDate());
        return new MessagePane.Head(
                persons(from),
                Initials.of(from.isEmpty() ? "" : from.getFirst().label()),
                summaryOf(envelope),
                persons(envelope.to()),
                persons(envelope.cc()),
                replyTo(envelope, from),
                formats.dateAndTime(date),
                formats.machineDate(date),
                formats.fullDate(date));
    }

    private static List<Person> replyTo(Envelope envelope, List<Address> from) {
        List<Address> replyTo = envelope.replyTo();
        List<String> known = from.stream().map(Address::mail).toList();
        boolean elsewhere = replyTo.stream().anyMatch(address -> !known.contains(address.mail()));
        return elsewhere ? persons(replyTo) : List.of();
    }

    private static List<Person> persons(List<Address> addresses) {
        List<Person> persons = new ArrayList<>();
        for (Address address : addresses) {
            persons.add(new Person(address.name(), address.mail()));
        }
        return persons;
    }

    private String summaryOf(Envelope envelope) {
        List<Address> to = Stream.concat(envelope.to().stream(), envelope.cc().stream()).toList();
        String own = current.get().address();
        String names =
                to.stream()
                        .limit(SUMMARISED)
                        .map(a -> a.mail().equalsIgnoreCase(own) ? say.me() : a.label())
                        .collect(Collectors.joining(", "));
        return to.isEmpty() ? lists.noRecipient() : say.toPeople(names);
    }
}
