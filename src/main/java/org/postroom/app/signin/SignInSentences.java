package org.postroom.app.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.postroom.app.layout.AccessSentences;
import org.postroom.app.layout.ErrorNote;
import org.postroom.app.layout.Pauses;
import org.postroom.app.layout.TroubleSentences;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.StorageFailed;

/** Why somebody was not let in, in words that tell no stranger more than they may know. */
@ApplicationScoped
class SignInSentences {

    @Inject AccessSentences say;
    @Inject TroubleSentences troubles;
    @Inject Pauses pauses;

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
            case SignInOutcome.OtherKind other ->
                    note(
                            say.otherKind(other.chosen().name()),
                            say.otherKindDetail(other.known().name()));
            case SignInOutcome.Delayed delayed -> delayed(delayed);
            case SignInOutcome.NotHere _ -> note(say.notHere(), say.notHereDetail());
            case SignInOutcome.Wait wait ->
                    note(say.tooOften(), say.waitFor(pauses.inWords(wait.time())));
            case SignInOutcome.Failed(StorageFailed _, _, _) -> storage();
            case SignInOutcome.Failed failed when failed.operatorGiven() -> operator(failed);
            case SignInOutcome.Failed _ -> note(say.serverNotUsable(), say.serverNotUsableDetail());
            case SignInOutcome.In _, SignInOutcome.Ask _ ->
                    throw new IllegalArgumentException("This is no failure");
        };
    }

    private ErrorNote delayed(SignInOutcome.Delayed delayed) {
        return note(
                troubles.delayed(delayed.host()),
                delayed.pause()
                        .map(pauses::inWords)
                        .map(say::delayedFor)
                        .orElseGet(say::delayedABit));
    }

    private ErrorNote storage() {
        return note(troubles.storage(), troubles.storageDetail());
    }

    private ErrorNote operator(SignInOutcome.Failed failed) {
        String host = failed.host();
        return switch (failed.why()) {
            case ServerUnreachable e -> unreachable(e.reason(), host);
            case ConnectionLost e when e.timedOut() -> notYourFault(troubles.timedOut(host));
            case ConnectionLost _ -> notYourFault(troubles.connectionLost(host));
            case MailException _ -> notYourFault(troubles.badResponse(host));
        };
    }

    private ErrorNote unreachable(ServerUnreachable.Reason reason, String host) {
        return switch (reason) {
            case TIMED_OUT -> notYourFault(troubles.timedOut(host));
            case BUSY -> notYourFault(troubles.busy(host));
            case CERTIFICATE -> note(troubles.certificate(host), troubles.certificateDetail());
            case UNKNOWN_HOST, REFUSED, ADDRESS_NOT_ALLOWED, NOT_USABLE ->
                    notYourFault(troubles.unreachable(host));
        };
    }

    private ErrorNote notYourFault(String sentence) {
        return note(sentence, say.notYourFault());
    }

    private static ErrorNote note(String sentence, String detail) {
        return new ErrorNote(sentence, detail, null);
    }
}
