package org.postroom.protocol.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;

class PinningTest {

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("8.8.8.8");
    private static final InetAddress OTHER_PUBLIC = InetAddress.ofLiteral("9.9.9.9");
    private static final InetAddress LOCAL = InetAddress.ofLiteral("127.0.0.1");
    private static final ServerEndpoint TYPED =
            new ServerEndpoint(Protocol.IMAP, "mail.example.net", 143, Security.NONE);

    private final List<InetSocketAddress> reached = new ArrayList<>();

    @Test
    void theConnectionGoesToTheCheckedAddressAndTheNameIsAskedOnce() throws Exception {
        Deque<List<InetAddress>> answers =
                new ArrayDeque<>(List.of(List.of(PUBLIC), List.of(LOCAL)));
        try (PlayedServer server = PlayedServer.plain(PlayedServer::hear)) {
            MailNetwork network = network(host -> answers.pop(), server.port());
            try (GuardedConnection connection =
                            network.prepare(TYPED, AddressPolicy.discovered(false));
                    Socket socket = connection.socketFactory().createSocket()) {
                socket.connect(new InetSocketAddress(LOCAL, 1));
                assertThat(reached).containsExactly(new InetSocketAddress(PUBLIC, 143));
                assertThat(answers).hasSize(1);
            }
        }
    }

    @Test
    void aReconnectIsCheckedAnew() {
        Deque<List<InetAddress>> answers =
                new ArrayDeque<>(List.of(List.of(PUBLIC), List.of(LOCAL)));
        MailNetwork network = network(host -> answers.pop(), 1);
        network.prepare(TYPED, AddressPolicy.discovered(false)).close();
        assertRefused(() -> network.prepare(TYPED, AddressPolicy.discovered(false)));
    }

    @Test
    void aForbiddenPortIsRefusedBeforeTheNameIsAskedFor() {
        ServerEndpoint database =
                new ServerEndpoint(Protocol.IMAP, "mail.example.net", 5432, Security.NONE);
        MailNetwork network =
                network(
                        host -> {
                            throw new UnknownHostException("asked");
                        },
                        1);
        assertRefused(() -> network.prepare(database, AddressPolicy.discovered(false)));
    }

    @Test
    void theNextAddressIsTriedWhenOneFails() throws Exception {
        try (PlayedServer server = PlayedServer.plain(PlayedServer::hear)) {
            int closedPort = closedPort();
            MailNetwork network =
                    new MailNetwork(
                            Timeouts.DEFAULT,
                            Optional.empty(),
                            host -> List.of(PUBLIC, OTHER_PUBLIC),
                            address -> to(address, PUBLIC, closedPort, server.port()));
            try (GuardedConnection connection =
                            network.prepare(TYPED, AddressPolicy.discovered(false));
                    Socket socket = connection.connect()) {
                assertThat(socket.isConnected()).isTrue();
                assertThat(server.connections()).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void aConnectionConnectsOnce() throws Exception {
        try (PlayedServer server = PlayedServer.plain(PlayedServer::hear);
                GuardedConnection connection =
                        network(host -> List.of(PUBLIC), server.port())
                                .prepare(TYPED, AddressPolicy.discovered(false))) {
            connection.connect();
            assertThatThrownBy(connection::connect).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theSystemKnowsNoSuchName() {
        MailNetwork network = new MailNetwork(Timeouts.DEFAULT, Optional.empty());
        ServerEndpoint nowhere =
                new ServerEndpoint(Protocol.IMAP, "nowhere.invalid", 143, Security.NONE);
        assertThatThrownBy(() -> network.prepare(nowhere, AddressPolicy.operatorGiven()))
                .isInstanceOfSatisfying(
                        ServerUnreachable.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_HOST));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new UnknownHostException("x"), Reason.UNKNOWN_HOST),
                Arguments.of(new ConnectException("Connection refused"), Reason.REFUSED),
                Arguments.of(new ConnectException("Connection timed out"), Reason.TIMED_OUT),
                Arguments.of(new NoRouteToHostException("x"), Reason.REFUSED),
                Arguments.of(new SocketTimeoutException("x"), Reason.TIMED_OUT),
                Arguments.of(new SSLHandshakeException("x"), Reason.CERTIFICATE),
                Arguments.of(
                        new SSLHandshakeException("x", new SocketTimeoutException("y")),
                        Reason.TIMED_OUT),
                Arguments.of(new AddressNotAllowedException("x"), Reason.ADDRESS_NOT_ALLOWED),
                Arguments.of(new IOException("x"), Reason.NOT_USABLE));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theReasonIsFoundThroughWhateverIsWrappedAroundIt(Exception failure, Reason reason) {
        Exception wrapped = new IllegalStateException(new IOException("connect failed", failure));
        assertThat(NetworkFailures.toMailException(wrapped).reason()).isEqualTo(reason);
        assertThat(NetworkFailures.toMailException(wrapped)).hasCause(wrapped);
    }

    private static void assertRefused(Runnable connecting) {
        assertThatThrownBy(connecting::run)
                .isInstanceOfSatisfying(
                        ServerUnreachable.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.ADDRESS_NOT_ALLOWED));
    }

    private static InetSocketAddress to(
            InetSocketAddress asked, InetAddress broken, int brokenPort, int port) {
        return new InetSocketAddress(LOCAL, asked.getAddress().equals(broken) ? brokenPort : port);
    }

    private static int closedPort() throws IOException {
        try (PlayedServer server = PlayedServer.plain(PlayedServer::hear)) {
            return server.port();
        }
    }

    private MailNetwork network(Resolver resolver, int port) {
        return new MailNetwork(
                Timeouts.DEFAULT,
                Optional.empty(),
                resolver,
                address -> {
                    reached.add(address);
                    return new InetSocketAddress(LOCAL, port);
                });
    }
}
