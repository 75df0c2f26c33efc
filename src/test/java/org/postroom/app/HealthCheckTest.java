package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program that asks how a replica is, from inside its image. */
class HealthCheckTest {

    private final HttpServer server = start();

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void answer() {
        answers("/good", 200);
        answers("/ill", 503);
        answers("/elsewhere", 303);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void twoHundredIsGood() {
        assertThatCode(() -> HealthCheck.main(url("/good"), url("/good")))
                .doesNotThrowAnyException();
    }

    @Test
    void everythingElseIsNot() {
        assertThatThrownBy(() -> HealthCheck.main(url("/good"), url("/ill")))
                .hasMessage(url("/ill") + " answered 503");
        assertThatThrownBy(() -> HealthCheck.main(url("/elsewhere")))
                .hasMessageEndingWith("answered 303");
    }

    @Test
    void nobodyThereIsNotGoodEither() {
        String gone = url("/good");
        server.stop(0);

        assertThatThrownBy(() -> HealthCheck.main(gone)).isInstanceOf(IOException.class);
    }

    private void answers(String path, int status) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(status, -1);
                    }
                });
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
