package org.postroom.app.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.postroom.app.layout.AccountSentences;
import org.postroom.app.layout.Pauses;
import org.postroom.app.session.CurrentSession;
import org.postroom.sessioncache.drop.DropTrouble;

/** Why a maildrop could not be brought up to date, in words. */
@RequestScoped
public class DropTroubles {

    @Inject AccountSentences say;
    @Inject Pauses pauses;
    @Inject CurrentSession current;

    /** What is wrong, in a sentence. */
    public String heading(DropTrouble trouble) {
        String host = current.get().endpoint().host();
        return switch (trouble) {
            case IN_USE -> say.inUse();
            case LOGIN_DELAY -> say.loginDelay();
            case TEMPORARY -> say.temporary();
            case PERMANENT -> say.permanent();
            case REFUSED -> say.refused();
            case UNREACHABLE -> say.unreachable(host);
            case NOT_USABLE -> say.notUsable(host);
            case BAD_ANSWERS -> say.badAnswers(host);
            case STORAGE -> say.storage();
            case OVER_QUOTA -> say.overQuota();
        };
    }

    /**
     * What comes of it.
     *
     * @param pause how long the server wants to be left alone, where that is the trouble
     */
    public String text(DropTrouble trouble, Optional<Duration> pause) {
        return switch (trouble) {
            case IN_USE -> say.inUseText();
            case LOGIN_DELAY ->
                    pause.map(pauses::inWords)
                            .map(say::loginDelayOf)
                            .orElseGet(say::loginDelayText);
            case TEMPORARY, UNREACHABLE -> say.triesAgain();
            case PERMANENT -> say.permanentText();
            case REFUSED -> say.refusedText();
            case NOT_USABLE -> say.notUsableText();
            case BAD_ANSWERS -> say.badAnswersText();
            case STORAGE -> say.storageText();
            case OVER_QUOTA -> say.overQuotaText();
        };
    }
}
