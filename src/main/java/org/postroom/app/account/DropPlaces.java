package org.postroom.app.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.postroom.app.layout.AccountSentences;
import org.postroom.app.layout.Formats;
import org.postroom.app.wiring.PostroomConfig;
import org.postroom.sessioncache.drop.DropMode;
import org.postroom.sessioncache.drop.DropState;

/** Where the mail of a maildrop is, in words. */
@RequestScoped
class DropPlaces {

    @Inject AccountSentences say;
    @Inject PostroomConfig config;

    String mode(DropState state) {
        return switch (state.mode()) {
            case DropMode.Keep _ ->
                    Optional.of(expiry(state)).filter(it -> !it.isEmpty()).orElseGet(say::modeKeep);
            case DropMode.DeleteAfter after -> say.modeDelete(after.days());
        };
    }

    /** What the server does with messages by itself; empty where it says nothing of that. */
    String expiry(DropState state) {
        return state.expireDays().map(say::serverExpires).orElse("");
    }

    String onlyCopies(DropState state) {
        long count = state.onlyCopies();
        return count == 0 ? say.noOnlyCopies() : say.onlyHere(count, Formats.number(count));
    }

    Fact room(DropState state) {
        String used = Formats.size(state.used());
        long limit = config.pop3Quota().asLongValue();
        String text = limit == 0 ? used : say.roomOf(used, Formats.size(limit));
        return Fact.of(say.room(), text);
    }
}
