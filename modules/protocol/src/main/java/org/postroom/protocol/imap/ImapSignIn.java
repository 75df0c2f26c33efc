package org.postroom.protocol.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.Credentials.BearerToken;
import org.postroom.protocol.Credentials.Password;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.MailObserver;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.protocol.net.GuardedConnection;
import org.postroom.protocol.net.ResponseLimits;

/**
 * From nothing to a connection that is signed in: greeting, TLS, credentials, capabilities (RFC
 * 9051 §6.2).
 */
final class ImapSignIn {

    private final ServerEndpoint endpoint;
    private final GuardedConnection socket;

    ImapSignIn(ServerEndpoint endpoint, GuardedConnection socket) {
        this.endpoint = endpoint;
        this.socket = socket;
    }

    /**
     * Connects and signs in.
     *
     * @throws MailException when there is no usable connection, or the server refuses the
     *     credentials
     */
    ImapConnection open(Credentials credentials) {
        ImapWire wire = connect();
        boolean open = false;
        try {
            if (endpoint.security() == Security.STARTTLS) {
                startTls(wire);
            }
            authenticate(wire, credentials);
            ImapConnection connection = new ImapConnection(wire, socket);
            enableUtf8(connection);
            open = true;
            return connection;
        } finally {
            if (!open) {
                wire.disconnect();
                socket.close();
            }
        }
    }

    private ImapWire connect() {
        MailObserver.Observed observed = socket.began("CONNECT");
        MailObserver.End end = MailObserver.End.LOST;
        try {
            ImapWire wire = greeted();
            end = MailObserver.End.DONE;
            wire.observe(socket);
            return wire;
        } finally {
            observed.ended(end);
        }
    }

    private ImapWire greeted() {
        Properties properties = new Properties();
        socket.applyTo(properties, "mail.imap");
        try {
            boolean tls = endpoint.security() == Security.TLS;
            return new ImapWire(endpoint.host(), endpoint.port(), properties, tls);
        } catch (ImapWire.GreetingRefused e) {
            Reason reason = e.busy() ? Reason.BUSY : Reason.NOT_USABLE;
            throw new ServerUnreachable(reason, "The server does not let us begin", e);
        } catch (IOException | ProtocolException e) {
            throw socket.unreachable(e);
        }
    }

    private void startTls(ImapWire wire) {
        if (!wire.hasCapability("STARTTLS")) {
            throw new ServerUnreachable(Reason.NOT_USABLE, "The server offers no STARTTLS", null);
        }
        try {
            wire.startTLS();
            wire.capability(); // what was said in the clear counts for nothing
        } catch (ProtocolException e) {
            throw socket.unreachable(e);
        }
    }

    private void authenticate(ImapWire wire, Credentials credentials) {
        Response end =
                switch (credentials) {
                    case Password password -> password(wire, password);
                    case BearerToken token -> token(wire, token);
                };
        if (end.isBYE() || !(end instanceof ImapLine line)) {
            throw unreachable(end);
        }
        if (!line.isOK()) {
            throw ImapFailures.ofSignIn(line);
        }
    }

    private ServerUnreachable unreachable(Response end) {
        Exception seen = end.getException();
        return seen == null && socket.failure().isEmpty()
                ? new ServerUnreachable(Reason.BUSY, "The server said goodbye at the sign-in", null)
                : socket.unreachable(seen == null ? new ProtocolException("No answer") : seen);
    }

    private Response password(ImapWire wire, Password password) {
        if (wire.hasCapability("AUTH=PLAIN")) {
            return sasl(wire, "PLAIN", "\0" + password.loginName() + "\0" + password.password());
        }
        if (wire.hasCapability("LOGINDISABLED")) {
            throw new ServerUnreachable(
                    Reason.NOT_USABLE, "The server takes no passwords here", null);
        }
        Argument arguments = new Argument();
        arguments.writeNString(password.loginName(), StandardCharsets.UTF_8);
        arguments.writeNString(password.password(), StandardCharsets.UTF_8);
        return command(wire, "LOGIN", arguments);
    }

    private Response token(ImapWire wire, BearerToken token) {
        String bearer = "auth=Bearer " + token.token();
        if (wire.hasCapability("AUTH=OAUTHBEARER")) {
            return sasl(
                    wire,
                    "OAUTHBEARER",
                    "n,a=" + saslName(token.loginName()) + ",\u0001" + bearer + "\u0001\u0001");
        }
        return sasl(
                wire, "XOAUTH2", "user=" + token.loginName() + "\u0001" + bearer + "\u0001\u0001");
    }

    // RFC 5801 §4
    private static String saslName(String name) {
        return name.replace("=", "=3D").replace(",", "=2C");
    }

    private Response sasl(ImapWire wire, String mechanism, String response) {
        String encoded =
                Base64.getEncoder().encodeToString(response.getBytes(StandardCharsets.UTF_8));
        boolean atOnce = wire.hasCapability("SASL-IR");
        wire.answerChallenges(atOnce ? "" : encoded);
        try {
            return command(wire, "AUTHENTICATE " + mechanism + (atOnce ? " " + encoded : ""), null);
        } finally {
            wire.stopAnswering();
        }
    }

    // Capabilities before and after are two different things: asked again unless they came along.
    private Response command(ImapWire wire, String command, @Nullable Argument arguments) {
        socket.budget().begin(ResponseLimits.DEFAULT);
        Response[] responses = wire.command(command, arguments);
        Response end = responses[responses.length - 1];
        if (end.isOK() && !wire.tookCapabilities(responses)) {
            askCapabilities(wire);
        }
        return end;
    }

    private void askCapabilities(ImapWire wire) {
        try {
            wire.capability();
        } catch (ProtocolException e) {
            throw socket.unreachable(e);
        }
    }

    // RFC 6855; some say OK and enable nothing.
    private static void enableUtf8(ImapConnection connection) {
        boolean offered =
                connection.has("ENABLE")
                        && (connection.has("UTF8=ACCEPT") || connection.has("UTF8=ONLY"));
        if (!offered) {
            return;
        }
        Answer answer = connection.attempt("ENABLE", new Argument().writeAtom("UTF8=ACCEPT"));
        boolean enabled =
                answer.lines("ENABLED")
                        .flatMap(line -> line.tokens().stream())
                        .anyMatch(token -> token.word().equals("UTF8=ACCEPT"));
        if (answer.isOk() && enabled) {
            connection.wire().speakUtf8();
        }
    }
}
