package org.postroom.protocol.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import javax.net.ssl.SSLSocket;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.util.MailLogger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;

/** What the properties promise, with the library that reads them. */
class AngusConnectionTest {

    /** A name of the machine itself: a library that looks it up gets there, and is seen there. */
    private static final String HOST = "localhost";

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("8.8.8.8");

    @TempDir static Path folder;

    private static PlayedCertificate certificate;

    private final List<InetSocketAddress> reached = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void makeCertificate() {
        certificate = PlayedCertificate.of(folder, "dns:" + HOST);
    }

    @Test
    void implicitTlsGoesToTheCheckedAddress() throws Exception {
        try (PlayedServer server =
                        PlayedServer.on(certificate.listening(), AngusConnectionTest::session);
                GuardedConnection connection = to(server, 993, Security.TLS)) {
            assertThat(noop(connection, 993, true).isOK()).isTrue();
            assertThat(reached).containsExactly(new InetSocketAddress(PUBLIC, 993));
        }
    }

    @Test
    void startTlsGoesToTheCheckedAddress() throws Exception {
        PlayedServer.Part part =
                socket -> {
                    PlayedServer.say(socket, "* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n");
                    answer(socket, "");
                    answers(tlsOver(socket));
                };
        try (PlayedServer server = PlayedServer.plain(part);
                GuardedConnection connection = to(server, 143, Security.STARTTLS)) {
            IMAPProtocol protocol = open(connection, 143, false);
            protocol.startTLS();
            assertThat(last(protocol).isOK()).isTrue();
            assertThat(protocol.isSSL()).isTrue();
            assertThat(reached).containsExactly(new InetSocketAddress(PUBLIC, 143));
        }
    }

    @Test
    void startTlsIsRefusedWhenSomethingFollowsItsAnswer() throws Exception {
        PlayedServer.Part part =
                socket -> {
                    PlayedServer.say(socket, "* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n");
                    String tag = PlayedServer.hear(socket).split(" ")[0];
                    PlayedServer.say(socket, tag + " OK begin\r\n* OK injected\r\n");
                    PlayedServer.hear(socket);
                };
        try (PlayedServer server = PlayedServer.plain(part);
                GuardedConnection connection = to(server, 143, Security.STARTTLS)) {
            IMAPProtocol protocol = open(connection, 143, false);
            assertThatThrownBy(protocol::startTLS).hasStackTraceContaining("before the TLS");
            assertThat(connection.unreachable(new IOException("lost")).reason())
                    .isEqualTo(Reason.CERTIFICATE);
        }
    }

    @Test
    void aLiteralOfTwoGigabytesCostsAConnectionAndNoMemory() throws Exception {
        assertBadResponse("* 1 FETCH (BODY[] {2000000000}\r\n");
    }

    @Test
    void twentyThousandParenthesesCostAConnectionAndNoStack() throws Exception {
        assertBadResponse("* 1 FETCH (BODYSTRUCTURE " + "(".repeat(20_000) + "\r\n");
    }

    private void assertBadResponse(String untagged) throws Exception {
        PlayedServer.Part part =
                socket -> {
                    PlayedServer.say(socket, "* OK [CAPABILITY IMAP4rev1] ready\r\n");
                    answer(socket, untagged);
                };
        try (PlayedServer server = PlayedServer.on(certificate.listening(), part);
                GuardedConnection connection = to(server, 993, Security.TLS)) {
            Response last = noop(connection, 993, true);
            assertThat(last.isBYE()).isTrue();
            assertThat(connection.lost(new IOException(last.toString())))
                    .isInstanceOf(MailException.BadResponse.class);
        }
    }

    private static Response noop(GuardedConnection connection, int port, boolean tls)
            throws Exception {
        return last(open(connection, port, tls));
    }

    private static Response last(IMAPProtocol protocol) {
        Response[] responses = protocol.command("NOOP", null);
        return responses[responses.length - 1];
    }

    private static IMAPProtocol open(GuardedConnection connection, int port, boolean tls)
            throws Exception {
        Properties properties = new Properties();
        connection.applyTo(properties, "mail.imap");
        MailLogger silent = new MailLogger("net-test", "", false, System.err);
        assertThat(silent.isLoggable(Level.FINE)).isFalse();
        return new IMAPProtocol("imap", HOST, port, properties, tls, silent);
    }

    private static void session(Socket socket) throws IOException {
        PlayedServer.say(socket, "* OK [CAPABILITY IMAP4rev1] ready\r\n");
        answers(socket);
    }

    private static void answers(Socket socket) throws IOException {
        while (!socket.isClosed()) {
            answer(socket, "");
        }
    }

    private static void answer(Socket socket, String untagged) throws IOException {
        String[] words = PlayedServer.hear(socket).split(" ");
        String capability =
                words[words.length - 1].equals("CAPABILITY") ? "* CAPABILITY IMAP4rev1\r\n" : "";
        PlayedServer.say(socket, untagged + capability + words[0] + " OK done\r\n");
    }

    private static SSLSocket tlsOver(Socket socket) throws IOException {
        SSLSocket tls =
                (SSLSocket)
                        certificate.upgrading().createSocket(socket, HOST, socket.getPort(), true);
        tls.setUseClientMode(false);
        return tls;
    }

    private GuardedConnection to(PlayedServer server, int port, Security security) {
        MailNetwork network =
                new MailNetwork(
                        Timeouts.DEFAULT,
                        Optional.of(certificate.pem()),
                        host -> List.of(PUBLIC),
                        address -> {
                            reached.add(address);
                            return new InetSocketAddress(
                                    InetAddress.getLoopbackAddress(), server.port());
                        });
        return network.prepare(
                new ServerEndpoint(Protocol.IMAP, HOST, port, security),
                AddressPolicy.discovered(false));
    }
}
