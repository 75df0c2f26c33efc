package org.postroom.app.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroom.app.layout.AccountSentences;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.Link;
import org.postroom.app.listing.DropTroubles;
import org.postroom.app.session.Reader;
import org.postroom.sessioncache.drop.DropState;

/** Says how an account is whose mail comes from a maildrop. */
@RequestScoped
class DropHealth {

    private static final int RELOAD_SECONDS = 3;

    @Inject AccountSentences say;
    @Inject DropTroubles troubles;
    @Inject DropPlaces places;
    @Inject ConnectionFacts connection;
    @Inject Reader reader;
    @Inject Clock clock;

    Health of(DropState state) {
        boolean first = state.lastContact().isEmpty() && state.trouble().isEmpty();
        boolean underWay = state.running() || first || state.headers() < state.known();
        return new Health(
                state.trouble().isEmpty(),
                state.trouble()
                        .map(troubles::heading)
                        .orElseGet(() -> first ? say.starting() : say.working()),
                text(state, first),
                new Health.Drop(
                        fetched(state), state.onlyCopies(), places.onlyCopies(state), abilities()),
                facts(state),
                underWay ? RELOAD_SECONDS : 0);
    }

    private String text(DropState state, boolean first) {
        Optional<String> cause = state.trouble().map(it -> troubles.text(it, state.pause()));
        Optional<String> start = first ? Optional.of(say.startingText()) : Optional.empty();
        return Stream.of(
                        cause.or(() -> start),
                        state.troubleSince().map(this::when).map(say::since),
                        state.lastContact().map(this::when).map(say::lastContact),
                        next(state))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private Optional<String> next(DropState state) {
        if (state.running()) {
            return Optional.of(say.lookingNow());
        }
        return state.nextContact()
                .map(
                        next ->
                                next.isAfter(clock.instant())
                                        ? say.nextContact(when(next))
                                        : say.nextContactSoon());
    }

    private String when(Instant moment) {
        return reader.formats().dateAndTime(moment);
    }

    private Health.Fetched fetched(DropState state) {
        boolean all = state.bodies() >= state.known();
        return new Health.Fetched(
                state.known(),
                state.headers(),
                state.bodies(),
                all ? say.fetched() : say.fetching(),
                fetchedText(state, all),
                all ? "" : say.fetchingNote());
    }

    private String fetchedText(DropState state, boolean all) {
        String known = Formats.number(state.known());
        String bodies = Formats.number(state.bodies());
        if (state.known() == 0) {
            return say.nothingThere();
        }
        if (all) {
            return say.fetchedText(state.known(), known);
        }
        return state.headers() < state.known()
                ? say.fetchingHeaders(Formats.number(state.headers()), known, bodies)
                : say.fetchingBodies(bodies, known);
    }

    private List<Fact> facts(DropState state) {
        List<Fact> facts = new ArrayList<>(connection.facts());
        facts.add(Fact.of(say.connections(), say.oneConnection()));
        Link change = new Link(say.change(), "/settings");
        facts.add(new Fact(say.mailThere(), places.mode(state), change));
        facts.add(places.room(state));
        return facts;
    }

    private List<Health.Ability> abilities() {
        return List.of(
                new Health.Ability(say.folders(), say.foldersHere()),
                new Health.Ability(say.flags(), say.flagsHere()),
                new Health.Ability(say.search(), say.searchHere()),
                new Health.Ability(say.devices(), say.devicesHere()),
                new Health.Ability(say.parts(), say.partsHere()));
    }
}
