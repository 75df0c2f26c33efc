package org.postroom.app.failure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.BadInput;
import org.postroom.app.layout.ErrorNote;
import org.postroom.app.layout.Link;
import org.postroom.app.layout.Sentences;
import org.postroom.app.listing.ListAddress;
import org.postroom.protocol.MailException;

/** The status and the words for each failure. */
@ApplicationScoped
class FailureSentences {

    @Inject Sentences say;

    /**
     * What a mail server's failure is to a person.
     *
     * @param host the mail server's name
     * @param again the address of the page, null where it was a change
     */
    Failure of(MailException failure, String host, @Nullable String again) {
        Link retry = again == null ? toInbox() : new Link(say.again(), again);
        return switch (failure) {
            case MailException.AuthenticationFailed _ ->
                    mailServer(
                            Status.UNAUTHORIZED,
                            say.passwordChanged(),
                            say.passwordChangedDetail(),
                            new Link(say.signIn(), "/login"));
            case MailException.ServerUnreachable e -> unreachable(e, host, retry);
            case MailException.ConnectionLost e -> lost(e, host, again, retry);
            case MailException.NoSuchMailbox _ ->
                    ours(Status.NOT_FOUND, say.noSuchMailbox(), say.noSuchMailboxDetail());
            case MailException.MailboxExists _ ->
                    ours(Status.BAD_REQUEST, say.mailboxExists(), say.mailboxExistsDetail());
            case MailException.NoSuchMessage _ ->
                    ours(Status.NOT_FOUND, say.noSuchMessage(), say.noSuchMessageDetail());
            case MailException.UidValidityChanged _ ->
                    ours(Status.CONFLICT, say.uidValidityChanged(), say.uidValidityChangedDetail());
            case MailException.NotPermitted _ ->
                    ours(Status.BAD_REQUEST, say.notPermitted(), say.nothingWasChanged());
            case MailException.OverQuota _ ->
                    ours(Status.BAD_GATEWAY, say.overQuota(), say.overQuotaDetail());
            case MailException.BadResponse _ ->
                    mailServer(Status.BAD_GATEWAY, say.badResponse(host), say.tryAgain(), retry);
            case MailException.ServerRefused _ ->
                    mailServer(Status.BAD_GATEWAY, say.refused(host), say.tryAgain(), retry);
        };
    }

    private Failure unreachable(MailException.ServerUnreachable failure, String host, Link retry) {
        return switch (failure.reason()) {
            case TIMED_OUT ->
                    mailServer(Status.GATEWAY_TIMEOUT, say.timedOut(host), say.tryAgain(), retry);
            case BUSY ->
                    mailServer(Status.SERVICE_UNAVAILABLE, say.busy(host), say.tryAgain(), retry);
            case CERTIFICATE ->
                    mailServer(
                            Status.BAD_GATEWAY,
                            say.certificate(host),
                            say.certificateDetail(),
                            retry);
            case UNKNOWN_HOST, REFUSED, ADDRESS_NOT_ALLOWED, NOT_USABLE ->
                    mailServer(Status.BAD_GATEWAY, say.unreachable(host), say.tryAgain(), retry);
        };
    }

    private Failure lost(
            MailException.ConnectionLost failure, String host, @Nullable String again, Link retry) {
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
        return ours(Status.TOO_MANY_REQUESTS, say.tooMuchAtOnce(), say.tooMuchAtOnceDetail());
    }

    Failure badRequest() {
        return badRequest(say.badForm(), say.badFormDetail());
    }

    /** A mistake of ours; the incident is a word that the log has too. */
    Failure ours(String incident) {
        ErrorNote note = new ErrorNote(say.ourFault(), say.ourFaultDetail(incident), toInbox());
        return new Failure(Status.INTERNAL_SERVER_ERROR.getStatusCode(), note, false);
    }

    private Failure badRequest(String sentence, String detail) {
        return ours(Status.BAD_REQUEST, sentence, detail);
    }

    private Failure ours(Status status, String sentence, String detail) {
        return new Failure(
                status.getStatusCode(), new ErrorNote(sentence, detail, toInbox()), true);
    }

    private static Failure mailServer(Status status, String sentence, String detail, Link retry) {
        return new Failure(status.getStatusCode(), new ErrorNote(sentence, detail, retry), false);
    }

    private Link toInbox() {
        return new Link(say.toInbox(), ListAddress.of("INBOX").href());
    }
}
