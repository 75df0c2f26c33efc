package org.postroom.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.postroom.testing.server.MailUser;

/** Somebody with a browser that has cookies and forms, and no JavaScript. */
public final class Visitor {

    private static final int REDIRECTS = 5;

    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();

    /** Somebody who is signed in to an account, and looks at the inbox. */
    public static Visitor signedIn(Account account) {
        Visitor visitor = new Visitor();
        Page page = visitor.signIn(account);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return visitor;
    }

    /** Somebody who is signed in, and looks at the inbox. */
    public static Visitor signedIn(MailUser user) {
        Visitor visitor = new Visitor();
        Page page = visitor.signIn(user.login(), user.password());
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return visitor;
    }

    /** Somebody who has typed in a server of 127.0.0.1 without TLS. */
    public static Visitor signedInAt(int port, MailUser user) {
        Visitor visitor = new Visitor();
        Page page =
                visitor.open("/login")
                        .form("form[action=/login]")
                        .with("username", user.login())
                        .with("password", user.password())
                        .with("host", "127.0.0.1")
                        .with("port", Integer.toString(port))
                        .with("security", "none")
                        .submit();
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return visitor;
    }

    /** Opens the sign-in page and sends its form; gives the page that comes of it. */
    public Page signIn(String username, String password) {
        return open("/login")
                .form("form[action=/login]")
                .with("username", username)
                .with("password", password)
                .submit();
    }

    /** Signs in to an account; gives the page that comes of it. */
    public Page signIn(Account account) {
        Form form = open("/login").form("form[action=/login]");
        return account.kind().fillIn(form, account.user()).submit();
    }

    /** From now on every request has this header. */
    public Visitor withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** From now on every request has this cookie. */
    public Visitor withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** Another browser with the same cookies. */
    public Visitor twin() {
        Visitor twin = new Visitor();
        twin.cookies.putAll(cookies);
        return twin;
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** Gets a page, redirects followed. */
    public Page open(String address) {
        return page(remembered(request().get(address), address), address);
    }

    /** Gets a response as it is, redirects not followed. */
    public Response raw(String address) {
        return remembered(request().get(address), address);
    }

    /** Asks as htmx does: for the part that changes. */
    public Page part(String address) {
        return page(
                remembered(request().header("HX-Request", "true").get(address), address), address);
    }

    /** Sends a form, redirects followed. */
    public Page post(String address, Map<String, List<String>> fields) {
        return page(rawPost(address, fields), address);
    }

    /** Sends a form; gives the response as it is. */
    public Response rawPost(String address, Map<String, List<String>> fields) {
        RequestSpecification request =
                request()
                        .urlEncodingEnabled(true)
                        .contentType("application/x-www-form-urlencoded; charset=UTF-8");
        fields.forEach((name, values) -> request.formParam(name, values));
        return remembered(request.post(address), address);
    }

    /** Sends a form as these octets. */
    public Page post(String address, String body) {
        Response response =
                request().contentType("application/x-www-form-urlencoded").body(body).post(address);
        return page(remembered(response, address), address);
    }

    private Page page(Response response, String address) {
        Response last = response;
        String at = address;
        for (int i = 0; i < REDIRECTS && last.statusCode() / 100 == 3; i++) {
            at = path(last.header("Location"));
            last = remembered(request().get(at), at);
        }
        return new Page(this, last.statusCode(), at, Jsoup.parse(last.asString()), last.headers());
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }

    private RequestSpecification request() {
        return RestAssured.given()
                .config(
                        RestAssuredConfig.config()
                                .redirect(RedirectConfig.redirectConfig().followRedirects(false)))
                .urlEncodingEnabled(false)
                .headers(headers)
                .cookies(cookies);
    }

    // True of everything that is ever answered.
    private static void check(Response response, String address) {
        boolean found = response.statusCode() == 200;
        boolean asset = found && address.startsWith("/assets/");
        boolean picture = found && address.startsWith("/pictures/");
        assertThat(response.header("Cache-Control"))
                .as("%s (%d)", address, response.statusCode())
                .contains(asset ? "public" : picture ? "private" : "no-store");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Content-Security-Policy")).isNotEmpty();
        String type = String.valueOf(response.contentType());
        if (type.startsWith("text/html")) {
            assertThat(response.asString()).as(address).doesNotContain("\tat org.", "\tat java.");
        }
    }

    private Response remembered(Response response, String address) {
        check(response, address);
        response.detailedCookies()
                .forEach(
                        cookie -> {
                            if (cookie.getMaxAge() == 0) {
                                cookies.remove(cookie.getName());
                            } else {
                                cookies.put(cookie.getName(), cookie.getValue());
                            }
                        });
        return response;
    }
}
