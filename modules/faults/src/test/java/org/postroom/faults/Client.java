package org.postroom.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.postroom.testing.server.MailUser;

/** A browser that shows nothing: it keeps cookies, and reads the token of the last form. */
final class Client {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /** Longer than anything here takes: a request is given up by no person. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private volatile String address;
    private volatile String token = "";

    Client(String address) {
        this.address = address;
    }

    /** The next click goes there, with the same cookies. */
    Client at(String other) {
        address = other;
        return this;
    }

    /** Sends the sign-in form; {@code imap} or {@code pop3}. */
    Answer signIn(MailUser user, String protocol) {
        get("/login");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("username", user.login());
        fields.put("password", user.password());
        fields.put("protocol", protocol);
        return post("/login", fields);
    }

    Answer get(String path) {
        Answer answer = send(request(path).GET().build());
        if (answer.isPage()) {
            Document page = Jsoup.parse(answer.body());
            String found = page.select("input[name=csrf-token]").attr("value");
            token = found.isEmpty() ? token : found;
        }
        return answer;
    }

    /** The same as a document; IllegalStateException when it is no page. */
    Document page(String path) {
        Answer answer = get(path);
        if (!answer.isPage()) {
            throw new IllegalStateException(path + ": " + answer);
        }
        return Jsoup.parse(answer.body());
    }

    /** Sends a form, with the token of the last page. */
    Answer post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("csrf-token", token);
        String form =
                all.entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address).resolve(path)).timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.body());
        } catch (IOException e) {
            return Answer.cut(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.cut(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
