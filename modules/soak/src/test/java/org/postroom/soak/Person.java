package org.postroom.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postroom.testing.server.MailUser;

/** Somebody with a browser that shows nothing: it keeps cookies and counts rows. */
final class Person implements AutoCloseable {

    private static final Pattern TOKEN =
            Pattern.compile("name=\"?csrf-token\"?[^>]*value=\"?([^\">\\s]+)");
    private static final Pattern ROW = Pattern.compile("data-message=");
    private static final Pattern PROGRESS =
            Pattern.compile("data-testid=\"?index-progress\"?[^>]*data-done=\"?(\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String address;

    Person(String address) {
        this.address = address;
    }

    /** Sends the sign-in form, whose page was open already. */
    void signIn(MailUser user, String protocol) {
        Matcher token = TOKEN.matcher(get("/login"));
        if (!token.find()) {
            throw new IllegalStateException("There is no form");
        }
        Map<String, String> fields =
                Map.of(
                        "csrf-token", token.group(1),
                        "username", user.login(),
                        "password", user.password(),
                        "protocol", protocol);
        HttpResponse<String> answer = send(request("/login").POST(form(fields)).build());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("Not signed in: " + answer.statusCode());
        }
    }

    /** The inbox as it is now. */
    String inbox() {
        return get("/mailbox?name=INBOX");
    }

    /** How many rows a list page has. */
    static long rows(String page) {
        return ROW.matcher(page).results().count();
    }

    /** Whether headers are still missing somewhere in the mailbox. */
    static boolean isFilling(String page) {
        return PROGRESS.matcher(page).find();
    }

    String get(String path) {
        HttpResponse<String> answer = send(request(path).build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request.header("Content-Type", "application/x-www-form-urlencoded");
    }

    private static HttpRequest.BodyPublisher form(Map<String, String> fields) {
        return HttpRequest.BodyPublishers.ofString(
                fields.entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted");
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    @Override
    public void close() {
        client.close();
    }
}
