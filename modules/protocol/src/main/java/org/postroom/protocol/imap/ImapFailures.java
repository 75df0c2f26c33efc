package org.postroom.protocol.imap;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.Response;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.AuthenticationFailed;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.MailboxExists;
import org.postroom.protocol.MailException.NoSuchMailbox;
import org.postroom.protocol.MailException.NotPermitted;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.ResponseCode;
import org.postroom.protocol.net.GuardedConnection;

/**
 * From a server's no to a {@link MailException}: by its response code (RFC 5530), never by its
 * text.
 */
final class ImapFailures {

    private ImapFailures() {}

    /** Why a command was not done. */
    static MailException of(ImapLine no, @Nullable MailboxName mailbox) {
        Throwable cause = new CommandFailedException(no);
        if (mailbox != null && (no.hasCode("NONEXISTENT") || no.hasCode("TRYCREATE"))) {
            return new NoSuchMailbox(mailbox, cause);
        }
        if (mailbox != null && no.hasCode("ALREADYEXISTS")) {
            return new MailboxExists(mailbox, cause);
        }
        return switch (codeName(no)) {
            case "OVERQUOTA", "TOOBIG", "LIMIT" -> new OverQuota("The server has no room", cause);
            case "NOPERM",
                    "READ-ONLY",
                    "CANNOT",
                    "AUTHORIZATIONFAILED",
                    "NOINFERIORS",
                    "HASCHILDREN" ->
                    new NotPermitted("The server does not allow it", cause);
            default -> new ServerRefused("The server refused a command", code(no), cause);
        };
    }

    /** Why a sign-in was not accepted: a server that is busy says nothing about the password. */
    static MailException ofSignIn(ImapLine no) {
        Throwable cause = new CommandFailedException(no);
        return switch (codeName(no)) {
            case "UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG" ->
                    new ServerUnreachable(Reason.BUSY, "The server lets nobody in now", cause);
            case "PRIVACYREQUIRED" ->
                    new ServerUnreachable(Reason.NOT_USABLE, "The server wants TLS first", cause);
            case "REFERRAL" ->
                    new ServerUnreachable(
                            Reason.NOT_USABLE, "The server sends us elsewhere", cause);
            default -> new AuthenticationFailed("The server refused the credentials", cause);
        };
    }

    /** Why the connection ended while an answer was awaited. */
    static MailException ofEnd(Response end, GuardedConnection socket) {
        Exception seen = end.getException();
        if (seen == null && socket.failure().isEmpty()) {
            return new ConnectionLost(
                    false, "The server said goodbye", new CommandFailedException(end));
        }
        return known(seen)
                .orElseGet(
                        () -> socket.lost(seen == null ? new CommandFailedException(end) : seen));
    }

    private static Optional<MailException> known(@Nullable Throwable seen) {
        return Stream.iterate(seen, Objects::nonNull, Throwable::getCause)
                .filter(MailException.class::isInstance)
                .map(MailException.class::cast)
                .findFirst();
    }

    private static String codeName(ImapLine line) {
        return code(line).map(ResponseCode::name).orElse("");
    }

    private static Optional<ResponseCode> code(ImapLine line) {
        List<Token> code = line.code();
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResponseCode(code.getFirst().word()));
    }

    /** Whether the server gave a machine-readable reason. */
    static boolean hasCode(ImapLine line) {
        return !line.code().isEmpty();
    }
}
