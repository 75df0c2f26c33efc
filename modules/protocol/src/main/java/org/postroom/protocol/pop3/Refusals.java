package org.postroom.protocol.pop3;

import java.util.List;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.MailException.NoSuchMessage;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;

/** What -ERR means: by its response code (RFC 2449 §8, RFC 3206), never by its text. */
final class Refusals {

    private Refusals() {}

    static DropAnswer ofGreeting(Reply no) {
        if (no.code().isEmpty()) {
            throw new ServerUnreachable(Reason.BUSY, "The server does not let us begin", null);
        }
        return beforeThePassword(no, new Offer(false, List.of()));
    }

    /** Nothing of this is about the password: the server has not heard it yet. */
    static DropAnswer beforeThePassword(Reply no, Offer offer) {
        return no.says("IN-USE") ? new DropAnswer.Unavailable(false) : afterThePassword(no, offer);
    }

    static DropAnswer afterThePassword(Reply no, Offer offer) {
        if (no.says("IN-USE")) {
            return new DropAnswer.InUse();
        }
        if (no.says("LOGIN-DELAY")) {
            return new DropAnswer.TooSoon(offer.loginDelay());
        }
        if (no.blamesItself()) {
            return new DropAnswer.Unavailable(!no.says("SYS/TEMP"));
        }
        return new DropAnswer.Refused(no.says("AUTH"));
    }

    static ServerRefused of(Reply no) {
        return new ServerRefused("The server refused a command", no.code(), null);
    }

    static NoSuchMessage gone() {
        return new NoSuchMessage("The message has gone from the drop");
    }
}
