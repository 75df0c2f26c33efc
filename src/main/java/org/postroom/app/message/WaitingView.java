package org.postroom.app.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.MessageSentences;
import org.postroom.app.listing.DropTroubles;
import org.postroom.app.panes.MessagePane.Waiting;
import org.postroom.app.session.CurrentSession;
import org.postroom.sessioncache.drop.DropState;
import org.postroom.sessioncache.drop.DropTrouble;
import org.postroom.sessioncache.drop.Drops;

/** Says why the text of a message is not here yet. */
@RequestScoped
class WaitingView {

    private static final int SOON = 2;
    private static final int LATER = 10;

    @Inject Drops drops;
    @Inject CurrentSession current;
    @Inject DropTroubles troubles;
    @Inject MessageSentences say;

    /**
     * In words.
     *
     * @param url where the message will be
     * @param size of it, in octets
     */
    Waiting of(String url, long size) {
        return drops.state(current.get())
                .filter(state -> state.trouble().isPresent() && !state.running())
                .map(state -> kept(state, state.trouble().orElseThrow(), url))
                .orElseGet(() -> coming(url, size));
    }

    /** In words, for a text that cannot come any more. */
    Waiting never(String url) {
        return new Waiting(true, say.neverFetched(), say.neverFetchedText(), url, 0);
    }

    private Waiting coming(String url, long size) {
        return new Waiting(
                false, say.beingFetched(), say.beingFetchedText(Formats.size(size)), url, SOON);
    }

    private Waiting kept(DropState state, DropTrouble trouble, String url) {
        String why = troubles.heading(trouble) + " " + troubles.text(trouble, state.pause());
        return new Waiting(true, say.notFetched(), why, url, LATER);
    }
}
