package org.postroom.protocol.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.MailNetwork;
import org.postroom.protocol.net.PlayedServer;
import org.postroom.protocol.net.Timeouts;

class WebGetTest {

    private static final WebRules PICTURES = new WebRules(true, 1_000, "image/png");

    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private PlayedServer server;

    @BeforeEach
    void start() throws IOException {
        server = PlayedServer.plain(this::answer);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aPictureIsFetchedOverPlainHttpToo() throws Exception {
        replies.put("/a.png?x=%20y", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\npicture");
        WebReply reply = fetch("http://www.example.net/a.png?x=%20y#part");
        assertThat(reply.found().orElseThrow()).asString().isEqualTo("picture");
        assertThat(reply.headers()).containsEntry("content-type", "image/png");
    }

    @Test
    void nothingIsToldAboutTheReader() throws Exception {
        replies.put("/1", "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /2\r\n\r\n");
        replies.put("/2", "HTTP/1.1 200 OK\r\n\r\npicture");
        fetch("http://www.example.net/1");
        assertThat(lines)
                .containsExactly(
                        "GET /1 HTTP/1.1",
                        "Host: www.example.net",
                        "User-Agent: Postroom",
                        "Accept: image/png",
                        "Connection: close",
                        "GET /2 HTTP/1.1",
                        "Host: www.example.net",
                        "User-Agent: Postroom",
                        "Accept: image/png",
                        "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://private.example.net/2",
                "http://10.0.0.1/2",
                "http://www.example.net:8080/2",
                "https://www.example.net:993/2"
            })
    void aRedirectIsCheckedAnew(String target) {
        replies.put("/1", "HTTP/1.1 302 Found\r\nLocation: " + target + "\r\n\r\n");
        assertThatThrownBy(() -> fetch("http://www.example.net/1"))
                .isInstanceOfSatisfying(
                        MailException.ServerUnreachable.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.ADDRESS_NOT_ALLOWED));
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        replies.put("/1", "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1_001));
        assertThatThrownBy(() -> fetch("http://www.example.net/1"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than 1000");
    }

    private WebReply fetch(String url) throws IOException {
        MailNetwork network =
                new MailNetwork(
                        Timeouts.DEFAULT,
                        Optional.empty(),
                        WebGetTest::resolve,
                        _ ->
                                new InetSocketAddress(
                                        InetAddress.getLoopbackAddress(), server.port()));
        return new WebGet(network, AddressPolicy.pictures(false), PICTURES).fetch(URI.create(url));
    }

    private static List<InetAddress> resolve(String host) {
        String address = host.equals("www.example.net") ? "8.8.8.8" : "10.0.0.1";
        return List.of(InetAddress.ofLiteral(address));
    }

    private void answer(Socket socket) throws IOException {
        String request = PlayedServer.hear(socket);
        lines.add(request);
        String header = PlayedServer.hear(socket);
        while (!header.isEmpty()) {
            lines.add(header);
            header = PlayedServer.hear(socket);
        }
        PlayedServer.say(
                socket,
                replies.getOrDefault(request.split(" ")[1], "HTTP/1.1 404 Not Found\r\n\r\n"));
    }
}
