package org.postroom.protocol.pop3;

import java.io.IOException;
import org.postroom.protocol.Credentials.Password;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.MailObserver.End;
import org.postroom.protocol.MailObserver.Observed;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.protocol.net.GuardedConnection;

/**
 * From nothing to the TRANSACTION state (RFC 1939 §4): greeting, TLS, password, and what the server
 * offers at each of these points.
 */
final class Pop3SignIn {

    private final Security security;
    private final GuardedConnection connection;
    private final long maxMessage;

    Pop3SignIn(Security security, GuardedConnection connection, long maxMessage) {
        this.security = security;
        this.connection = connection;
        this.maxMessage = maxMessage;
    }

    DropAnswer open(Password password) {
        boolean open = false;
        try {
            DropAnswer answer = converse(connected(), password);
            open = answer instanceof DropAnswer.Opened;
            return answer;
        } catch (IOException e) {
            throw connection.unreachable(e);
        } finally {
            if (!open) {
                connection.close();
            }
        }
    }

    private Pop3Wire connected() throws IOException {
        Observed observed = connection.began("CONNECT");
        End end = End.LOST;
        try {
            Pop3Wire wire = new Pop3Wire(connection);
            end = End.DONE;
            return wire;
        } finally {
            observed.ended(end);
        }
    }

    private DropAnswer converse(Pop3Wire wire, Password password) throws IOException {
        Reply greeting = wire.reply();
        if (!greeting.ok()) {
            return Refusals.ofGreeting(greeting);
        }
        Offer offer = offer(wire);
        if (offer.has("UTF8")) {
            wire.ask("UTF8"); // RFC 6856 §2: messages come as they are; its no changes nothing
        }
        Pop3Login login = new Pop3Login(wire, offer, greeting, security != Security.NONE);
        return login.enter(password)
                ? new DropAnswer.Opened(new Pop3Drop(wire, offerInside(wire, offer), maxMessage))
                : login.refusal();
    }

    private Offer offer(Pop3Wire wire) throws IOException {
        Offer offer = Offer.ask(wire);
        if (security != Security.STARTTLS) {
            return offer;
        }
        if (offer.known() && !offer.has("STLS") || !wire.ask("STLS").ok()) {
            throw new ServerUnreachable(Reason.NOT_USABLE, "The server offers no STLS", null);
        }
        wire.secure();
        return Offer.ask(wire); // what was said in the clear counts for nothing
    }

    private static Offer offerInside(Pop3Wire wire, Offer before) throws IOException {
        return before.known() ? Offer.ask(wire) : before;
    }
}
