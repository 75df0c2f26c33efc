package org.postroom.protocol;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail server's work was not done. Made once, in the adapter, with its cause; shown once, by
 * one mapper. The message is for the log: it holds no address, subject or secret.
 */
public abstract sealed class MailException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private MailException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether the same request may succeed a little later without anybody doing anything. */
    public abstract boolean retryable();

    /** The server knows the person not, or not with this password. */
    public static final class AuthenticationFailed extends MailException {
        private static final long serialVersionUID = 1L;

        public AuthenticationFailed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /** No connection could be made. */
    public static final class ServerUnreachable extends MailException {
        private static final long serialVersionUID = 1L;

        /** What stood in the way. */
        public enum Reason {
            UNKNOWN_HOST,
            REFUSED,
            TIMED_OUT,
            /** A certificate or another part of TLS is not as it must be. */
            CERTIFICATE,
            /** The address may not be connected to. */
            ADDRESS_NOT_ALLOWED,
            /** It answers, but not as a mail server that we can use. */
            NOT_USABLE,
            /** It says itself that it is busy, or has too many connections of this person. */
            BUSY
        }

        private final Reason reason;

        public ServerUnreachable(Reason reason, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }

        @Override
        public boolean retryable() {
            return reason == Reason.REFUSED || reason == Reason.TIMED_OUT || reason == Reason.BUSY;
        }
    }

    /**
     * The connection ended in the middle of the work; whether a change has happened is not known.
     */
    public static final class ConnectionLost extends MailException {
        private static final long serialVersionUID = 1L;

        private final boolean timedOut;

        public ConnectionLost(boolean timedOut, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.timedOut = timedOut;
        }

        /** Whether the server was there, but silent for too long. */
        public boolean timedOut() {
            return timedOut;
        }

        @Override
        public boolean retryable() {
            return true;
        }
    }

    /** There is no mailbox of this name. */
    public static final class NoSuchMailbox extends MailException {
        private static final long serialVersionUID = 1L;
        private final transient MailboxName mailbox;

        public NoSuchMailbox(MailboxName mailbox, @Nullable Throwable cause) {
            super("The mailbox is not there", cause);
            this.mailbox = mailbox;
        }

        public MailboxName mailbox() {
            return mailbox;
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /** A mailbox of this name is there already. */
    public static final class MailboxExists extends MailException {
        private static final long serialVersionUID = 1L;
        private final transient MailboxName mailbox;

        public MailboxExists(MailboxName mailbox, @Nullable Throwable cause) {
            super("The mailbox is there already", cause);
            this.mailbox = mailbox;
        }

        public MailboxName mailbox() {
            return mailbox;
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /** The message is gone, or its part never was. */
    public static final class NoSuchMessage extends MailException {
        private static final long serialVersionUID = 1L;

        public NoSuchMessage(String message) {
            super(message, null);
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /** The mailbox has a new generation of UIDs; nothing was done. */
    public static final class UidValidityChanged extends MailException {
        private static final long serialVersionUID = 1L;

        public UidValidityChanged(UidValidity expected, UidValidity found) {
            super("UIDVALIDITY " + expected + " has become " + found, null);
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /** The person may not do this (NOPERM, read-only, a reserved name). */
    public static final class NotPermitted extends MailException {
        private static final long serialVersionUID = 1L;

        public NotPermitted(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /** There is no room left (OVERQUOTA, LIMIT, TOOBIG). */
    public static final class OverQuota extends MailException {
        private static final long serialVersionUID = 1L;

        public OverQuota(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /**
     * The server answers in a way that breaks the protocol or our limits; the connection was ended.
     */
    public static final class BadResponse extends MailException {
        private static final long serialVersionUID = 1L;

        public BadResponse(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /** The server said no, for a reason that none of the others names. */
    public static final class ServerRefused extends MailException {
        private static final long serialVersionUID = 1L;
        private static final Set<String> TEMPORARY = Set.of("UNAVAILABLE", "INUSE", "SYS/TEMP");

        private final transient Optional<ResponseCode> code;

        public ServerRefused(
                String message, Optional<ResponseCode> code, @Nullable Throwable cause) {
            super(message, cause);
            this.code = code;
        }

        /** The server's machine-readable reason, where it gave one. */
        public Optional<ResponseCode> code() {
            return code;
        }

        @Override
        public boolean retryable() {
            return code.map(ResponseCode::name).filter(TEMPORARY::contains).isPresent();
        }
    }

    /**
     * The message is known, its text not: it is being fetched from the maildrop, and will be here
     * soon.
     */
    public static final class ContentPending extends MailException {
        private static final long serialVersionUID = 1L;

        public ContentPending() {
            super("The message has not been fetched yet", null);
        }

        @Override
        public boolean retryable() {
            return true;
        }
    }

    /**
     * The message is known, its text is not and never will be: it left the maildrop before it was
     * fetched.
     */
    public static final class ContentGone extends MailException {
        private static final long serialVersionUID = 1L;

        public ContentGone() {
            super("The message left the maildrop before it was fetched", null);
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /**
     * The server wants to be left alone for a while after the last session; it has said nothing
     * about the password ([LOGIN-DELAY], RFC 2449 §8.1.1).
     */
    public static final class LoginDelayed extends MailException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Duration> wait;

        public LoginDelayed(Optional<Duration> wait) {
            super("The server wants a pause between sessions", null);
            this.wait = wait;
        }

        /** How long, where the server told it. */
        public Optional<Duration> pause() {
            return wait;
        }

        @Override
        public boolean retryable() {
            return true;
        }
    }

    /** What keeps mail on our own side cannot: the database is away, or its disk is full. */
    public static final class StorageFailed extends MailException {
        private static final long serialVersionUID = 1L;

        public StorageFailed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public boolean retryable() {
            return true;
        }
    }
}
