package org.postroom.app.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.Hidden;
import org.postroom.app.layout.ListSentences;
import org.postroom.app.layout.MailboxKind;
import org.postroom.app.panes.Choice;
import org.postroom.app.panes.EmptyList;
import org.postroom.app.panes.ListPane;
import org.postroom.app.panes.MessageGroup;
import org.postroom.app.session.CurrentSession;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.Page;
import org.postroom.protocol.Progress;
import org.postroom.protocol.SortOrder.Key;

/** Draws a page of a mailbox as a list. */
@RequestScoped
public class ListView {

    @Inject ListSentences say;
    @Inject RowView rows;
    @Inject CurrentSession current;

    /**
     * The list.
     *
     * @param open the message that stands beside it, if any
     */
    public ListPane of(ListAddress address, Folders folders, Page page, Optional<MessageRef> open) {
        String name = address.mailbox();
        String label = folders.label(name);
        return new ListPane(
                label,
                paging(address, page),
                address.filter() != Filter.ALL,
                orders(address),
                filters(address),
                groups(address, folders, page, open),
                folders.actions(name),
                form(address),
                upkeep(address, folders, page),
                null,
                page.filling().map(progress -> filling(address, progress)).orElse(null),
                null,
                page.messages().isEmpty() ? nothing(address, label, folders.kind(name)) : null,
                current.csrf());
    }

    private ListPane.Filling filling(ListAddress address, Progress progress) {
        long percent = progress.total() == 0 ? 0 : progress.done() * 100 / progress.total();
        return new ListPane.Filling(
                progress.done(),
                progress.total(),
                say.fillingNumbers(
                        Formats.number(progress.done()), Formats.number(progress.total())),
                say.fillingWhat(),
                (int) Math.clamp(percent, 0, 100),
                address.href());
    }

    /** The hidden fields that say which list a form's ticks belong to. */
    static List<Hidden> form(ListAddress address) {
        return List.of(
                new Hidden("in", address.mailbox()),
                new Hidden("filter", address.filter().word()),
                new Hidden("back", address.href()));
    }

    private ListPane.Upkeep upkeep(ListAddress address, Folders folders, Page page) {
        MailboxKind kind = folders.kind(address.mailbox());
        boolean emptied = kind == MailboxKind.TRASH || kind == MailboxKind.JUNK;
        String label = folders.label(address.mailbox());
        return new ListPane.Upkeep(
                address.mailbox(),
                page.total() > 0,
                emptied && page.total() > 0 ? say.emptyFolder(label) : null,
                address.href());
    }

    private List<MessageGroup> groups(
            ListAddress address, Folders folders, Page page, Optional<MessageRef> open) {
        List<MessageGroup> groups = new ArrayList<>();
        long position = address.offset();
        for (MessageSummary message : page.messages()) {
            String heading = address.order().key() == Key.DATE ? rows.dayHeading(message) : "";
            if (groups.isEmpty() || !groups.getLast().heading().equals(heading)) {
                groups.add(new MessageGroup(heading, new ArrayList<>()));
            }
            boolean isOpen = open.filter(message.ref()::equals).isPresent();
            String url = address.href(message.ref(), ++position, page.total());
            groups.getLast().rows().add(rows.of(message, folders, url, isOpen));
        }
        return groups;
    }

    private ListPane.Paging paging(ListAddress address, Page page) {
        boolean last = address.offset() + ListAddress.ROWS >= page.total();
        return new ListPane.Paging(
                page.total(),
                Formats.number(page.total()),
                range(address, page),
                address.page() == 1 ? null : address.atPage(address.page() - 1).href(),
                last ? null : address.atPage(address.page() + 1).href());
    }

    private String range(ListAddress address, Page page) {
        if (page.messages().isEmpty()) {
            return "";
        }
        return say.range(
                Formats.number(address.offset() + 1L),
                Formats.number(address.offset() + (long) page.messages().size()),
                Formats.number(page.total()));
    }

    private EmptyList nothing(ListAddress address, String label, MailboxKind kind) {
        if (address.page() > 1) {
            return new EmptyList("folder", say.nothingOnPage(), say.nothingOnPageText());
        }
        if (address.filter() != Filter.ALL) {
            return new EmptyList("search", say.nothingMatches(), say.nothingMatchesText(label));
        }
        boolean inbox = kind == MailboxKind.INBOX;
        return new EmptyList(
                kind.icon(),
                say.nothingIn(label),
                inbox ? say.nothingInInboxText() : say.nothingInText());
    }

    private List<Choice> orders(ListAddress address) {
        List<Choice> choices = new ArrayList<>();
        for (Key key : Key.values()) {
            boolean current = address.order().key() == key;
            boolean descending =
                    current ? address.order().descending() : Sorting.first(key).descending();
            choices.add(
                    new Choice(
                            Sorting.word(key),
                            orderLabel(key, descending),
                            address.sortedBy(key).href(),
                            current));
        }
        return choices;
    }

    private String orderLabel(Key key, boolean descending) {
        return switch (key) {
            case DATE -> descending ? say.newestFirst() : say.oldestFirst();
            case FROM -> descending ? say.sendersDown() : say.sendersUp();
            case SUBJECT -> descending ? say.subjectsDown() : say.subjectsUp();
            case SIZE -> descending ? say.largestFirst() : say.smallestFirst();
        };
    }

    private List<Choice> filters(ListAddress address) {
        List<Choice> choices = new ArrayList<>();
        for (Filter filter : Filter.values()) {
            choices.add(
                    new Choice(
                            filter.word(),
                            filterLabel(filter),
                            address.filtered(filter).href(),
                            address.filter() == filter));
        }
        return choices;
    }

    private String filterLabel(Filter filter) {
        return switch (filter) {
            case ALL -> say.filterAll();
            case UNREAD -> say.filterUnread();
            case STARRED -> say.filterStarred();
            case ATTACHMENTS -> say.filterAttachments();
        };
    }
}
