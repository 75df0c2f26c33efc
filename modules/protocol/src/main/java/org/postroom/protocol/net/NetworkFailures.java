package org.postroom.protocol.net;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;

/** Makes a {@link MailException} of what went wrong on the wire, by looking through the causes. */
public final class NetworkFailures {

    private static final int MAX_CAUSES = 20;

    private NetworkFailures() {}

    /**
     * For a failure before the server was ready to work; an exception of this kind is given as it
     * is.
     */
    public static ServerUnreachable toMailException(Throwable failure) {
        return causes(failure)
                .filter(ServerUnreachable.class::isInstance)
                .map(ServerUnreachable.class::cast)
                .findFirst()
                .orElseGet(() -> unreachable(reason(failure), failure));
    }

    /**
     * For a failure in the middle of the work: {@link MailException.BadResponse} when a limit was
     * broken, else {@link MailException.ConnectionLost}.
     */
    public static MailException inConversation(Throwable failure) {
        Optional<LimitExceededException> limit = find(failure, LimitExceededException.class);
        if (limit.isPresent()) {
            return new MailException.BadResponse(
                    "The answer breaks a limit: " + limit.get().limit(), failure);
        }
        boolean timedOut = has(failure, SocketTimeoutException.class);
        return new MailException.ConnectionLost(
                timedOut, timedOut ? "The server was silent" : "The connection ended", failure);
    }

    private static ServerUnreachable unreachable(Reason reason, Throwable failure) {
        String message =
                switch (reason) {
                    case UNKNOWN_HOST -> "The server's name is unknown";
                    case REFUSED -> "The server refuses connections";
                    case TIMED_OUT -> "The server does not answer in time";
                    case CERTIFICATE -> "The server's certificate or its TLS is not as it must be";
                    case ADDRESS_NOT_ALLOWED -> "The server may not be connected to";
                    case NOT_USABLE -> "The server does not answer as a mail server";
                    case BUSY -> "The server is busy";
                };
        return new ServerUnreachable(reason, message, failure);
    }

    /** The order matters: a TLS failure may have a time-out for its cause. */
    private static Reason reason(Throwable failure) {
        if (has(failure, AddressNotAllowedException.class)) {
            return Reason.ADDRESS_NOT_ALLOWED;
        }
        if (has(failure, UnknownHostException.class)) {
            return Reason.UNKNOWN_HOST;
        }
        if (has(failure, SocketTimeoutException.class) || timedOutBelow(failure)) {
            return Reason.TIMED_OUT;
        }
        if (has(failure, ConnectException.class) || has(failure, NoRouteToHostException.class)) {
            return Reason.REFUSED;
        }
        boolean tls = has(failure, SSLException.class) || has(failure, CertificateException.class);
        return tls && !has(failure, LimitExceededException.class)
                ? Reason.CERTIFICATE
                : Reason.NOT_USABLE;
    }

    /** The operating system's own time-out comes as a refusal. */
    private static boolean timedOutBelow(Throwable failure) {
        return find(failure, ConnectException.class)
                .map(Throwable::getMessage)
                .filter(message -> message.contains("timed out"))
                .isPresent();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return find(failure, type).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(MAX_CAUSES);
    }
}
