package org.postroom.app.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.postroom.app.layout.ErrorNote;
import org.postroom.app.layout.Sentences;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.ServerUnreachable;

/** Why somebody was not let in, in words that tell no stranger more than they may know. */
@ApplicationScoped
class SignInSentences {

    @Inject Sentences say;

    ErrorNote unprotected() {
        return note(say.unprotected(), say.unprotectedDetail());
    }

    ErrorNote incomplete(boolean namePresent) {
        return namePresent
                ? note(say.serverNotSensible(), say.serverNotSensibleDetail())
                : note(say.signInIncomplete(), say.signInIncompleteDetail());
    }

    ErrorNote of(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.Refused _ -> note(say.signInRefused(), say.signInRefusedDetail());
            case SignInOutcome.NoServer _ -> note(say.noServer(), say.noServerDetail());
            case SignInOutcome.NotHere _ -> note(say.notHere(), say.notHereDetail());
            case SignInOutcome.Wait wait -> note(say.tooOften(), say.waitFor(inWords(wait.time())));
            case SignInOutcome.Failed failed when failed.operatorGiven() -> operator(failed);
            case SignInOutcome.Failed _ -> note(say.serverNotUsable(), say.serverNotUsableDetail());
            case SignInOutcome.In _, SignInOutcome.Ask _ ->
                    throw new IllegalArgumentException("This is no failure");
        };
    }

    private ErrorNote operator(SignInOutcome.Failed failed) {
        String host = failed.host();
        return switch (failed.why()) {
            case ServerUnreachable e ->
                    switch (e.reason()) {
                        case TIMED_OUT -> note(say.timedOut(host), say.notYourFault());
                        case BUSY -> note(say.busy(host), say.notYourFault());
                        case CERTIFICATE -> note(say.certificate(host), say.certificateDetail());
                        case UNKNOWN_HOST, REFUSED, ADDRESS_NOT_ALLOWED, NOT_USABLE ->
                                note(say.unreachable(host), say.notYourFault());
                    };
            case MailException.ConnectionLost e when e.timedOut() ->
                    note(say.timedOut(host), say.notYourFault());
            case MailException.ConnectionLost _ ->
                    note(say.connectionLost(host), say.notYourFault());
            case MailException.AuthenticationFailed _,
                    MailException.NoSuchMailbox _,
                    MailException.MailboxExists _,
                    MailException.NoSuchMessage _,
                    MailException.UidValidityChanged _,
                    MailException.NotPermitted _,
                    MailException.OverQuota _,
                    MailException.BadResponse _,
                    MailException.ServerRefused _ ->
                    note(say.badResponse(host), say.notYourFault());
        };
    }

    private String inWords(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        long minutes = (seconds + 59) / 60;
        return seconds < 90 ? say.seconds(seconds) : say.minutes(minutes);
    }

    private static ErrorNote note(String sentence, String detail) {
        return new ErrorNote(sentence, detail, null);
    }
}
