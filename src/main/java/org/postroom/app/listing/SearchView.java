package org.postroom.app.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.Hidden;
import org.postroom.app.layout.Sentences;
import org.postroom.app.panes.Choice;
import org.postroom.app.panes.EmptyList;
import org.postroom.app.panes.ListPane;
import org.postroom.app.panes.MessageGroup;
import org.postroom.app.panes.MessageRow;
import org.postroom.app.panes.SearchStatus;
import org.postroom.app.panes.SearchStatus.State;
import org.postroom.app.session.CurrentSession;
import org.postroom.app.session.Mail;
import org.postroom.app.session.Reader;
import org.postroom.protocol.MailException;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MessageRef;

/** Searches, and draws what was found as a list. */
@RequestScoped
public class SearchView {

    /** With script the page goes on by itself, so its first part comes soon. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject Mail mail;
    @Inject Reader reader;
    @Inject Sentences say;
    @Inject RowView rows;
    @Inject CurrentSession current;
    @Inject Clock clock;

    /**
     * The list of what is found.
     *
     * @throws NotUnderstood when the words make no sense
     */
    public ListPane of(SearchAddress address, Folders folders, Optional<MessageRef> open) {
        SearchQuery query = SearchLanguage.understand(address.q(), reader.zone());
        List<Mailbox> places = SearchPlaces.of(address, query, folders);
        SearchAddress.Cursor start = address.from().orElseGet(SearchAddress.Cursor::start);
        SearchRun run =
                new SearchRun(mail, query, places, clock, reader.hasScript() ? SHORT : LONG);
        try {
            SearchRun.Slice slice = run.from(start);
            SearchStatus status = status(address, query, places, slice, start, folders);
            return pane(address, query, folders, slice, status, start, open);
        } catch (MailException.ServerRefused _) {
            SearchRun.Slice nothing = new SearchRun.Slice(List.of(), 0, Optional.empty(), false);
            SearchStatus status = unsupported(address, query, places);
            return pane(address, query, folders, nothing, status, start, open);
        }
    }

    private ListPane pane(
            SearchAddress address,
            SearchQuery query,
            Folders folders,
            SearchRun.Slice slice,
            SearchStatus status,
            SearchAddress.Cursor start,
            Optional<MessageRef> open) {
        List<String> words = SearchWords.of(query.criteria());
        List<MessageRow> lines = new ArrayList<>();
        slice.found()
                .forEach(
                        m ->
                                lines.add(
                                        rows.found(
                                                m,
                                                folders,
                                                address.href(m.ref()),
                                                open.filter(m.ref()::equals).isPresent(),
                                                words)));
        long total = start.found() + lines.size();
        return new ListPane(
                say.searchResults(),
                total,
                Formats.number(total),
                false,
                List.of(),
                List.of(),
                List.of(new MessageGroup("", lines)),
                range(start, lines.size(), slice.next().isPresent()),
                null,
                slice.next().map(address::href).orElse(null),
                folders.actions(places(address, query)),
                form(address),
                new ListPane.Upkeep("", false, null, ""),
                status,
                null,
                lines.isEmpty() && slice.next().isEmpty() ? nothing(status, query) : null,
                current.csrf());
    }

    // Where only one mailbox is searched, the actions are those of that mailbox.
    private static String places(SearchAddress address, SearchQuery query) {
        return address.everywhere() || query.mailbox().isPresent() ? "" : address.in();
    }

    private static List<Hidden> form(SearchAddress address) {
        return List.of(
                new Hidden("in", address.in()),
                new Hidden("q", address.q()),
                new Hidden("scope", address.everywhere() ? "all" : "mailbox"),
                new Hidden("back", address.href()));
    }

    private String range(SearchAddress.Cursor start, int count, boolean more) {
        if (count == 0) {
            return "";
        }
        String first = Formats.number(start.found() + 1);
        String last = Formats.number(start.found() + count);
        return more ? say.rangeSoFar(first, last) : say.range(first, last, last);
    }

    private SearchStatus status(
            SearchAddress address,
            SearchQuery query,
            List<Mailbox> places,
            SearchRun.Slice slice,
            SearchAddress.Cursor start,
            Folders folders) {
        boolean more = slice.next().isPresent();
        boolean goesOn = more && !slice.full() && reader.hasScript();
        long total = start.found() + slice.found().size();
        String remaining =
                places.stream()
                        .skip(slice.searched())
                        .map(m -> folders.path(m.name()))
                        .collect(Collectors.joining(", "));
        return new SearchStatus(
                goesOn ? State.RUNNING : more ? State.PARTIAL : State.DONE,
                say.found(Formats.number(total)),
                say.foundWhere(slice.searched(), places.size()),
                more ? say.stillToSearch(remaining) : "",
                slice.searched(),
                places.size(),
                chips(address, query),
                ListAddress.of(address.in()).href(),
                scopes(address),
                null);
    }

    private SearchStatus unsupported(
            SearchAddress address, SearchQuery query, List<Mailbox> places) {
        return new SearchStatus(
                State.UNSUPPORTED,
                say.cannotSearch(current.get().endpoint().host()),
                "",
                "",
                0,
                places.size(),
                chips(address, query),
                ListAddress.of(address.in()).href(),
                scopes(address),
                null);
    }

    private List<Choice> scopes(SearchAddress address) {
        return List.of(
                new Choice(
                        "mailbox", say.thisFolder(), address.scoped(false), !address.everywhere()),
                new Choice("all", say.allFolders(), address.scoped(true), address.everywhere()));
    }

    private static List<SearchStatus.Chip> chips(SearchAddress address, SearchQuery query) {
        List<SearchStatus.Chip> chips = new ArrayList<>();
        for (int i = 0; i < query.terms().size(); i++) {
            String term = query.terms().get(i);
            int colon = term.startsWith("\"") ? -1 : term.indexOf(':');
            String rest = query.without(i);
            chips.add(
                    new SearchStatus.Chip(
                            term.substring(0, colon + 1),
                            term.substring(colon + 1),
                            rest.isEmpty()
                                    ? ListAddress.of(address.in()).href()
                                    : address.href(rest)));
        }
        return chips;
    }

    private @Nullable EmptyList nothing(SearchStatus status, SearchQuery query) {
        if (status.state() == State.UNSUPPORTED) {
            return new EmptyList("search", say.searchNotDone(), say.searchNotDoneText());
        }
        if (status.total() == 0) {
            return new EmptyList(
                    "search", say.noSuchPlace(query.mailbox().orElse("")), say.noSuchPlaceText());
        }
        return new EmptyList("search", say.nothingFound(), say.nothingFoundText());
    }
}
