package org.postroom.app.failure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.BadInput;
import org.postroom.app.layout.ErrorNote;
import org.postroom.app.layout.Link;
import org.postroom.app.layout.Pauses;
import org.postroom.app.layout.TroubleSentences;
import org.postroom.app.layout.WorkSentences;
import org.postroom.app.listing.ListAddress;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.AuthenticationFailed;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.ContentGone;
import org.postroom.protocol.MailException.ContentPending;
import org.postroom.protocol.MailException.LoginDelayed;
import org.postroom.protocol.MailException.MailboxExists;
import org.postroom.protocol.MailException.NoSuchMailbox;
import org.postroom.protocol.MailException.NoSuchMessage;
import org.postroom.protocol.MailException.NotPermitted;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.StorageFailed;
import org.postroom.protocol.MailException.UidValidityChanged;

/** The status and the words for each failure. */
@ApplicationScoped
class FailureSentences {

    @Inject TroubleSentences say;
    @Inject WorkSentences works;
    @Inject Pauses pauses;

    /**
     * What a mail server's failure is to a person.
     *
     * @param host the mail server's name
     * @param again the address of the page, null where it was a change
     */
    Failure of(MailException failure, String host, @Nullable String again) {
        Link retry = again == null ? toInbox() : new Link(say.again(), again);
        return switch (failure) {
            case AuthenticationFailed _ -> passwordChanged();
            case ServerUnreachable e -> unreachable(e, host, retry);
            case ConnectionLost e -> lost(e, host, again, retry);
            case NoSuchMailbox _ -> notFound(say.noSuchMailbox(), say.noSuchMailboxDetail());
            case MailboxExists _ -> badRequest(say.mailboxExists(), say.mailboxExistsDetail());
            case NoSuchMessage _ -> notFound(say.noSuchMessage(), say.noSuchMessageDetail());
            case UidValidityChanged _ -> listChanged();
            case NotPermitted _ -> badRequest(say.notPermitted(), say.nothingWasChanged());
            case OverQuota _ -> ours(Status.BAD_GATEWAY, say.overQuota(), say.overQuotaDetail());
            case ContentPending _ -> pending(retry);
            case ContentGone _ -> notFound(say.neverFetched(), say.neverFetchedDetail());
            case LoginDelayed e -> later(say.delayed(host), pause(e), retry);
            case StorageFailed _ -> later(say.storage(), say.storageDetail(), retry);
            case BadResponse _ -> tryAgain(Status.BAD_GATEWAY, say.badResponse(host), retry);
            case ServerRefused _ -> tryAgain(Status.BAD_GATEWAY, say.refused(host), retry);
        };
    }

    private Failure pending(Link retry) {
        ErrorNote note = new ErrorNote(say.pending(), say.pendingDetail(), retry);
        return new Failure(Status.SERVICE_UNAVAILABLE.getStatusCode(), note, true);
    }

    private static Failure later(String sentence, String detail, Link retry) {
        return mailServer(Status.SERVICE_UNAVAILABLE, sentence, detail, retry);
    }

    private String pause(LoginDelayed failure) {
        return failure.pause().map(pauses::inWords).map(say::tryAgainIn).orElseGet(say::tryAgain);
    }

    private Failure listChanged() {
        return ours(Status.CONFLICT, say.uidValidityChanged(), say.uidValidityChangedDetail());
    }

    private Failure passwordChanged() {
        return mailServer(
                Status.UNAUTHORIZED,
                say.passwordChanged(),
                say.passwordChangedDetail(),
                new Link(say.signIn(), "/login"));
    }

    private Failure unreachable(ServerUnreachable failure, String host, Link retry) {
        return switch (failure.reason()) {
            case TIMED_OUT -> tryAgain(Status.GATEWAY_TIMEOUT, say.timedOut(host), retry);
            case BUSY -> tryAgain(Status.SERVICE_UNAVAILABLE, say.busy(host), retry);
            case CERTIFICATE ->
                    mailServer(
                            Status.BAD_GATEWAY,
                            say.certificate(host),
                            say.certificateDetail(),
                            retry);
            case UNKNOWN_HOST, REFUSED, ADDRESS_NOT_ALLOWED, NOT_USABLE ->
                    tryAgain(Status.BAD_GATEWAY, say.unreachable(host), retry);
        };
    }

    private Failure lost(ConnectionLost failure, String host, @Nullable String again, Link retry) {
        String detail = again == null ? say.maybeDone() : say.tryAgain();
        return failure.timedOut()
                ? mailServer(Status.GATEWAY_TIMEOUT, say.timedOut(host), detail, retry)
                : mailServer(Status.BAD_GATEWAY, say.connectionLost(host), detail, retry);
    }

    /** What is wrong with a request. */
    Failure of(BadInput input) {
        return switch (input.reason()) {
            case ADDRESS -> badRequest(say.badAddress(), say.badAddressDetail());
            case FORM -> badRequest(say.badForm(), say.badFormDetail());
            case NOTHING_SELECTED -> badRequest(say.nothingSelected(), say.nothingSelectedDetail());
            case FOLDER_NAME -> badRequest(say.badFolderName(), say.badFolderNameDetail());
            case NO_TARGET -> badRequest(say.noTarget(), say.noTargetDetail());
            case FORGED -> badRequest(say.forged(), say.forgedDetail());
        };
    }

    Failure noSuchPage(int status) {
        return new Failure(
                status, new ErrorNote(say.noSuchPage(), say.noSuchPageDetail(), toInbox()), false);
    }

    Failure tooMuchAtOnce() {
        return ours(Status.TOO_MANY_REQUESTS, works.tooMuchAtOnce(), works.tooMuchAtOnceDetail());
    }

    Failure badRequest() {
        return badRequest(say.badForm(), say.badFormDetail());
    }

    /** A mistake of ours; the incident is a word that the log has too. */
    Failure ours(String incident) {
        ErrorNote note = new ErrorNote(say.ourFault(), say.ourFaultDetail(incident), toInbox());
        return new Failure(Status.INTERNAL_SERVER_ERROR.getStatusCode(), note, false);
    }

    private Failure notFound(String sentence, String detail) {
        return ours(Status.NOT_FOUND, sentence, detail);
    }

    private Failure badRequest(String sentence, String detail) {
        return ours(Status.BAD_REQUEST, sentence, detail);
    }

    private Failure ours(Status status, String sentence, String detail) {
        return new Failure(
                status.getStatusCode(), new ErrorNote(sentence, detail, toInbox()), true);
    }

    private Failure tryAgain(Status status, String sentence, Link retry) {
        return mailServer(status, sentence, say.tryAgain(), retry);
    }

    private static Failure mailServer(Status status, String sentence, String detail, Link retry) {
        return new Failure(status.getStatusCode(), new ErrorNote(sentence, detail, retry), false);
    }

    private Link toInbox() {
        return new Link(say.toInbox(), ListAddress.of("INBOX").href());
    }
}
