package org.postroom.testing.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.DropItem;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.Maildrop;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.testing.server.ScriptedPop3Server;

/** A scripted server for each test, and few words to talk to it. */
abstract class ScriptedDrops {

    static final long MAX_MESSAGE = 2 << 20;

    final ScriptedPop3Server server = ScriptedPop3Server.start();

    @AfterEach
    void end() {
        server.close();
    }

    DropAnswer answer(Security security, Credentials credentials) {
        ServerEndpoint endpoint =
                new ServerEndpoint(
                        ServerEndpoint.Protocol.POP3, "127.0.0.1", server.port(), security);
        return Drops.impatient(MAX_MESSAGE).open(endpoint, credentials);
    }

    DropAnswer answer() {
        return answer(Security.NONE, new Credentials.Password("ines", "secret"));
    }

    Maildrop open() {
        return Drops.opened(answer());
    }

    List<String> received(String command) {
        return server.received().stream().filter(line -> line.startsWith(command)).toList();
    }

    static void assertUnreachable(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ServerUnreachable.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    static void assertEnded(Maildrop drop) {
        assertThatThrownBy(drop::list).isInstanceOf(ConnectionLost.class);
        drop.close();
    }

    static void discard(Maildrop drop, DropItem item) {
        drop.retrieve(item, OutputStream.nullOutputStream());
    }

    /** The script's texts are octets. */
    static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
