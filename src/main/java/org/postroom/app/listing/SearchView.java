package org.postroom.app.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.Hidden;
import org.postroom.app.layout.ListSentences;
import org.postroom.app.layout.SearchSentences;
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
import org.postroom.protocol.MessageSummary;

/** Searches, and draws what was found as a list. */
@RequestScoped
public class SearchView {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject Mail mail;
    @Inject Reader reader;
    @Inject SearchSentences say;
    @Inject ListSentences lists;
    @Inject RowView rows;
    @Inject CurrentSession current;
    @Inject Clock clock;

    /** With script the page goes on by itself, so each of its parts comes soon. */
    @ConfigProperty(name = "search.part-time", defaultValue = "2s")
    Duration partTime;

    /** A search, and from where on this page shows it. */
    private record Search(
            SearchAddress address,
            SearchQuery query,
            List<Mailbox> places,
            SearchAddress.Cursor start,
            Folders folders) {}

    /**
     * The list of what is found.
     *
     * @throws NotUnderstood when the words make no sense
     */
    public ListPane of(SearchAddress address, Folders folders, Optional<MessageRef> open) {
        SearchQuery query = SearchLanguage.understand(address.q(), reader.zone());
        List<Mailbox> places = SearchPlaces.of(address, query, folders);
        SearchAddress.Cursor start = address.from().orElseGet(SearchAddress.Cursor::start);
        Search search = new Search(address, query, places, start, folders);
        SearchRun run =
                new SearchRun(mail, query, places, clock, reader.hasScript() ? partTime : LONG);
        try {
            SearchRun.Slice slice = run.from(start);
            return pane(search, slice, status(search, slice), open);
        } catch (MailException.ServerRefused _) {
            SearchRun.Slice nothing =
                    new SearchRun.Slice(List.of(), 0, Optional.empty(), true, false);
            return pane(search, nothing, unsupported(search), open);
        }
    }

    private ListPane pane(
            Search search, SearchRun.Slice slice, SearchStatus status, Optional<MessageRef> open) {
        List<MessageRow> lines = lines(search, slice, open);
        boolean any = search.start().found() > 0 || !lines.isEmpty();
        return new ListPane(
                say.searchResults(),
                paging(search, slice),
                false,
                List.of(),
                List.of(),
                List.of(new MessageGroup("", lines)),
                search.folders().actions(actedOn(search)),
                form(search.address()),
                new ListPane.Upkeep("", false, null, ""),
                status,
                null,
                null,
                any || slice.next().isPresent() ? null : nothing(status, search.query()),
                current.csrf());
    }

    private List<MessageRow> lines(
            Search search, SearchRun.Slice slice, Optional<MessageRef> open) {
        List<String> words = SearchWords.of(search.query().criteria());
        List<MessageRow> lines = new ArrayList<>();
        for (MessageSummary message : slice.found()) {
            String url = search.address().href(message.ref());
            boolean isOpen = open.filter(message.ref()::equals).isPresent();
            lines.add(rows.found(message, search.folders(), url, isOpen, words));
        }
        return lines;
    }

    private ListPane.Paging paging(Search search, SearchRun.Slice slice) {
        long total = search.start().found() + slice.found().size();
        return new ListPane.Paging(
                total,
                Formats.number(total),
                range(search.start(), total, slice.next().isPresent()),
                null,
                slice.next().map(search.address()::href).orElse(null));
    }

    // Where only one mailbox is searched, the actions are those of that mailbox.
    private static String actedOn(Search search) {
        boolean many = search.address().everywhere() || search.query().mailbox().isPresent();
        return many ? "" : search.address().in();
    }

    private static List<Hidden> form(SearchAddress address) {
        return List.of(
                new Hidden("in", address.in()),
                new Hidden("q", address.q()),
                new Hidden("scope", address.everywhere() ? "all" : "mailbox"),
                new Hidden("back", address.href()));
    }

    private String range(SearchAddress.Cursor start, long total, boolean more) {
        if (total == start.before()) {
            return "";
        }
        String first = Formats.number(start.before() + 1);
        String last = Formats.number(total);
        return more ? say.rangeSoFar(first, last) : lists.range(first, last, last);
    }

    private SearchStatus status(Search search, SearchRun.Slice slice) {
        long total = search.start().found() + slice.found().size();
        return new SearchStatus(
                state(slice),
                say.found(Formats.number(total)),
                say.foundWhere(slice.searched(), search.places().size()),
                rest(search, slice),
                slice.searched(),
                search.places().size(),
                chips(search.address(), search.query()),
                ListAddress.of(search.address().in()).href(),
                scopes(search.address()));
    }

    private State state(SearchRun.Slice slice) {
        if (slice.next().isEmpty()) {
            return slice.complete() ? State.DONE : State.PARTIAL;
        }
        return slice.full() || !reader.hasScript() ? State.PARTIAL : State.RUNNING;
    }

    private String rest(Search search, SearchRun.Slice slice) {
        if (slice.next().isPresent()) {
            return say.stillToSearch(remaining(search, slice));
        }
        return slice.complete() ? "" : say.notAllFetched();
    }

    private static String remaining(Search search, SearchRun.Slice slice) {
        return search.places().stream()
                .skip(slice.searched())
                .map(m -> search.folders().path(m.name()))
                .collect(Collectors.joining(", "));
    }

    private SearchStatus unsupported(Search search) {
        return new SearchStatus(
                State.UNSUPPORTED,
                say.cannotSearch(current.get().endpoint().host()),
                "",
                "",
                0,
                search.places().size(),
                chips(search.address(), search.query()),
                ListAddress.of(search.address().in()).href(),
                scopes(search.address()));
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
        return status.state() == State.PARTIAL
                ? new EmptyList("search", say.nothingFoundSoFar(), say.notAllFetched())
                : new EmptyList("search", say.nothingFound(), say.nothingFoundText());
    }
}
