package org.postroom.app.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Visitor;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.server.MailUser;

@QuarkusTest
class TornDownloadHttpTest {

    // More than the buffers on the way hold, so that the rest is still to be read when it breaks.
    private static final int LINES = 400_000;

    @AfterEach
    void letConnectionsIn() {
        MailServers.proxy().accept();
    }

    @Test
    void aDownloadIsTornOffWhenTheMailServerDiesInTheMiddle() throws Exception {
        MailUser user = MailServers.dovecot().newUser();
        MailServers.dovecot().fill(user, "INBOX", Stream.of(large()));
        Visitor visitor = Visitor.signedIn(user);
        String id = visitor.open("/mailbox").one("[data-message]").attr("data-message");
        try (HttpClient browser = HttpClient.newHttpClient();
                InputStream body = source(browser, visitor, id)) {
            assertThat(body.read()).isPositive();
            MailServers.proxy().refuse();
            MailServers.proxy().cut();
            assertThatIOException().isThrownBy(body::readAllBytes);
        }
    }

    private static InputStream source(HttpClient browser, Visitor visitor, String id)
            throws Exception {
        String name = "__Host-postroom";
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + RestAssured.port
                                                + "/message/source?in=INBOX&id="
                                                + id))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Cookie", name + "=" + visitor.cookies().get(name))
                        .build();
        HttpResponse<InputStream> response = browser.send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static CorpusMessage large() {
        String text =
                "From: kim@postroom.example\r\nSubject: Large\r\n\r\n"
                        + ("x".repeat(76) + "\r\n").repeat(LINES);
        return new CorpusMessage(
                text.getBytes(StandardCharsets.US_ASCII),
                Set.of(),
                Instant.parse("2026-01-01T00:00:00Z"),
                "INBOX");
    }
}
