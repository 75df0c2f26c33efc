package org.postroom.app.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

    String mode(DropMode mode) {
        return switch (mode) {
            case DropMode.Keep _ -> say.modeKeep();
            case DropMode.DeleteAfter after -> say.modeDelete(after.days());
        };
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
