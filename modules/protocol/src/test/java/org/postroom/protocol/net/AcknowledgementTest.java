package org.postroom.protocol.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;

class AcknowledgementTest {

    private static final int QUESTIONS = 20;

    // After a few questions and answers the system would hold acknowledgements back.
    @Test
    void whatAServerSaysIsAcknowledgedAtOnceWhereTheSystemLetsUs() throws Exception {
        try (PlayedServer server = PlayedServer.plain(AcknowledgementTest::answer);
                GuardedConnection connection = to(server);
                Socket socket = connection.connect()) {
            connection.budget().begin(ResponseLimits.DEFAULT);
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < QUESTIONS; i++) {
                out.write("NOOP\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(PlayedServer.hear(socket)).isEqualTo("+OK");
            }
            boolean can = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
            assertThat(can && !socket.getOption(ExtendedSocketOptions.TCP_QUICKACK)).isFalse();
        }
    }

    private static void answer(Socket socket) throws Exception {
        for (int i = 0; i < QUESTIONS; i++) {
            PlayedServer.hear(socket);
            PlayedServer.say(socket, "+OK\r\n");
        }
        PlayedServer.hear(socket);
    }

    private static GuardedConnection to(PlayedServer server) {
        return new MailNetwork(Timeouts.DEFAULT, Optional.empty())
                .prepare(
                        new ServerEndpoint(
                                Protocol.POP3, "127.0.0.1", server.port(), Security.NONE),
                        AddressPolicy.operatorGiven());
    }
}
