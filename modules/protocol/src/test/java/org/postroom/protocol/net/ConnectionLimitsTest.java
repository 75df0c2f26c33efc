package org.postroom.protocol.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.MailException;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.protocol.net.LimitExceededException.Limit;

class ConnectionLimitsTest {

    private static final Timeouts PATIENT = Timeouts.DEFAULT;
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    @Test
    void aServerThatTricklesMeetsTheDeadlineOfTheCommand() throws Exception {
        try (PlayedServer server = PlayedServer.plain(ConnectionLimitsTest::trickle);
                GuardedConnection connection = to(server, PATIENT)) {
            Socket socket = connection.connect();
            connection.budget().begin(1000, 1000, Duration.ofMillis(200));
            assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
                    .isInstanceOf(SocketTimeoutException.class);
            assertEnded(socket, connection);
            assertThat(connection.lost(new IOException("* BYE")))
                    .isInstanceOfSatisfying(
                            MailException.ConnectionLost.class,
                            lost -> assertThat(lost.timedOut()).isTrue());
        }
    }

    @Test
    void whatComesAtAGoodPaceMayTakeLongerThanTheDeadline() throws Exception {
        CountDownLatch longerThanTheDeadline = new CountDownLatch(1);
        ResponseLimits limits = ResponseLimits.DEFAULT.withDeadline(Duration.ofMillis(200));
        try (PlayedServer server =
                        PlayedServer.plain(
                                socket -> {
                                    PlayedServer.say(socket, "*".repeat(60));
                                    longerThanTheDeadline.await(500, TimeUnit.MILLISECONDS);
                                    PlayedServer.say(socket, "*");
                                });
                GuardedConnection connection = to(server, PATIENT)) {
            Socket socket = connection.connect();
            connection.budget().begin(limits.withPace(1));
            assertThat(socket.getInputStream().readNBytes(61)).hasSize(61);
        }
    }

    @Test
    void aSilentServerMeetsTheReadTimeout() throws Exception {
        try (PlayedServer server = PlayedServer.plain(socket -> PlayedServer.hear(socket));
                GuardedConnection connection = to(server, quick())) {
            Socket socket = connection.connect();
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
            assertEnded(socket, connection);
        }
    }

    @Test
    void aServerMayBeSilentWhileIdle() throws Exception {
        CountDownLatch longerThanTheReadTimeout = new CountDownLatch(1);
        try (PlayedServer server =
                        PlayedServer.plain(
                                socket -> {
                                    longerThanTheReadTimeout.await(500, TimeUnit.MILLISECONDS);
                                    PlayedServer.say(socket, "*");
                                });
                GuardedConnection connection = to(server, quick())) {
            Socket socket = connection.connect();
            connection.budget().idle(Duration.ofMinutes(1));
            assertThat(socket.getInputStream().read()).isEqualTo('*');
        }
    }

    @Test
    void aServerThatTakesNothingMeetsTheWriteTimeout() throws Exception {
        try (PlayedServer server = PlayedServer.plain(socket -> NEVER.await(1, TimeUnit.MINUTES));
                GuardedConnection connection = to(server, quick())) {
            Socket socket = connection.connect();
            byte[] much = new byte[64 << 20];
            assertThatThrownBy(() -> socket.getOutputStream().write(much))
                    .isInstanceOf(SocketTimeoutException.class);
            assertEnded(socket, connection);
        }
    }

    @Test
    void aLiteralLargerThanAskedForEndsTheConnection() throws Exception {
        assertBreaks(Limit.LITERAL, "* 1 FETCH (BODY[] {2000000000}\r\n");
    }

    @Test
    void anEndlessLineEndsTheConnection() throws Exception {
        assertBreaks(Limit.LINE, socket -> forever(socket, "x".repeat(1000)));
    }

    @Test
    void anEndlessAnswerEndsTheConnection() throws Exception {
        assertBreaks(Limit.RESPONSE, socket -> forever(socket, "* OK still here\r\n".repeat(100)));
    }

    @Test
    void deepParenthesesEndTheConnection() throws Exception {
        assertBreaks(Limit.NESTING, "* 1 FETCH (BODYSTRUCTURE " + "(".repeat(600));
    }

    @Test
    void pop3HasLinesAndNeitherLiteralsNorParentheses() throws Exception {
        String answer = "{2000000000}\r\n" + "(".repeat(600) + "\r\n";
        try (PlayedServer server = PlayedServer.plain(socket -> PlayedServer.say(socket, answer));
                GuardedConnection connection =
                        network(PATIENT)
                                .prepare(
                                        at(server, Protocol.POP3), AddressPolicy.operatorGiven())) {
            byte[] all = connection.connect().getInputStream().readAllBytes();
            assertThat(all).hasSize(answer.length());
        }
    }

    @Test
    void aServerThatHangsUpIsRemembered() throws Exception {
        try (PlayedServer server = PlayedServer.plain(socket -> PlayedServer.say(socket, "*"));
                GuardedConnection connection = to(server, PATIENT)) {
            connection.connect().getInputStream().readAllBytes();
            assertThat(connection.failure()).isPresent();
        }
    }

    private static void assertBreaks(Limit limit, String answer) throws Exception {
        assertBreaks(limit, socket -> PlayedServer.say(socket, answer));
    }

    private static void assertBreaks(Limit limit, PlayedServer.Part part) throws Exception {
        try (PlayedServer server = PlayedServer.plain(part);
                GuardedConnection connection = to(server, PATIENT)) {
            Socket socket = connection.connect();
            assertThatThrownBy(() -> drain(socket))
                    .isInstanceOfSatisfying(
                            LimitExceededException.class,
                            e -> assertThat(e.limit()).isEqualTo(limit));
            assertEnded(socket, connection);
            assertThat(connection.lost(new IOException("* BYE")))
                    .isInstanceOf(MailException.BadResponse.class);
        }
    }

    private static void drain(Socket socket) throws IOException {
        byte[] octets = new byte[8192];
        int count = 0;
        while (count >= 0) {
            count = socket.getInputStream().read(octets);
        }
    }

    private static void assertEnded(Socket socket, GuardedConnection connection) {
        assertThat(socket.isClosed()).isTrue();
        assertThat(connection.failure()).isPresent();
    }

    private static void forever(Socket socket, String text) throws IOException {
        while (true) {
            PlayedServer.say(socket, text);
        }
    }

    private static void trickle(Socket socket) throws Exception {
        while (true) {
            PlayedServer.say(socket, "x");
            NEVER.await(10, TimeUnit.MILLISECONDS);
        }
    }

    private static GuardedConnection to(PlayedServer server, Timeouts timeouts) {
        return network(timeouts).prepare(at(server, Protocol.IMAP), AddressPolicy.operatorGiven());
    }

    private static ServerEndpoint at(PlayedServer server, Protocol protocol) {
        return new ServerEndpoint(protocol, "127.0.0.1", server.port(), Security.NONE);
    }

    private static MailNetwork network(Timeouts timeouts) {
        return new MailNetwork(timeouts, Optional.empty());
    }

    private static Timeouts quick() {
        return new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMillis(200));
    }
}
