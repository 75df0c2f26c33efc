package org.postroom.sessioncache.drop;

import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.AuthenticationFailed;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.LoginDelayed;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.MailException.StorageFailed;

/** Why the maildrop could not be brought up to date. */
public enum DropTrouble {
    /** Another program has a session with it ([IN-USE], RFC 2449 §8.1.2). */
    IN_USE,
    /** Its server wants a pause between sessions ([LOGIN-DELAY], RFC 2449 §8.1.1). */
    LOGIN_DELAY,
    /** Its server has a problem that will pass ([SYS/TEMP], RFC 3206 §4). */
    TEMPORARY,
    /** Its server has a problem that somebody must mend ([SYS/PERM], RFC 3206 §4). */
    PERMANENT,
    /** The password is no longer accepted. */
    REFUSED,
    /** No connection, or one that broke. */
    UNREACHABLE,
    /** There is a server, but none that can be used: its certificate, its security. */
    NOT_USABLE,
    /** It answers against the protocol or beyond our limits. */
    BAD_ANSWERS,
    /** The database on our own side fails, or its disk is full. */
    STORAGE,
    /** The person's room here is full: headers still come, texts do not. */
    OVER_QUOTA;

    static DropTrouble of(MailException failure) {
        return switch (failure) {
            case ServerUnreachable unreachable -> of(unreachable.reason());
            case ConnectionLost _ -> UNREACHABLE;
            case BadResponse _ -> BAD_ANSWERS;
            case StorageFailed _ -> STORAGE;
            case OverQuota _ -> OVER_QUOTA;
            case AuthenticationFailed _ -> REFUSED;
            case LoginDelayed _ -> LOGIN_DELAY;
            default -> TEMPORARY;
        };
    }

    private static DropTrouble of(Reason reason) {
        return switch (reason) {
            case UNKNOWN_HOST, REFUSED, TIMED_OUT -> UNREACHABLE;
            case CERTIFICATE, ADDRESS_NOT_ALLOWED, NOT_USABLE -> NOT_USABLE;
            case BUSY -> TEMPORARY;
        };
    }
}
