package org.postroom.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Page;
import org.postroom.app.support.Patience;
import org.postroom.app.support.Visitor;
import org.postroom.testing.server.MailUser;

/** What an operator reads, after people have done all kinds of things and failed at some. */
@QuarkusTest
class TelemetryHttpTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| (\\w+) \\|");
    private static final Pattern PART = Pattern.compile("_(bucket|count|sum|max)$");

    @Inject InMemorySpanExporter spans;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    /** Heard on the one journey of each account that all tests look back at. */
    private static final List<String> LINES = new ArrayList<>();

    @BeforeEach
    void singOutLoud() {
        if (LINES.isEmpty()) {
            try (HeardLines heard = HeardLines.begin()) {
                for (AccountKind kind : AccountKind.values()) {
                    sing(kind);
                }
                LINES.addAll(heard.lines());
            }
        }
    }

    private static void sing(AccountKind kind) {
        MailUser user =
                MailServers.dovecot().newUser(Canary.LOGIN + kind.ordinal(), Canary.PASSWORD);
        Account account = new Account(kind, user);
        account.fill("INBOX", Stream.of(Canary.letter()));
        failures(user, kind);
        journey(account);
    }

    @Test
    void whatPeopleWriteIsInNoNumberAndInNoLine() {
        assertThat(told().lines().filter(sings())).isEmpty();
        assertThat(LINES).isNotEmpty();
        assertThat(LINES.stream().filter(sings())).isEmpty();
    }

    @Test
    void spansAreNamedByRoutesAndCommandsAndSayNothingMore() {
        List<SpanData> all = spans.getFinishedSpanItems();
        assertThat(all).extracting(SpanData::getName).contains("UID FETCH", "RETR", "GET /mailbox");
        assertThat(all.stream().map(TelemetryHttpTest::everything).filter(sings())).isEmpty();
        assertThat(all)
                .filteredOn(span -> span.getName().equals("UID FETCH"))
                .anyMatch(span -> span.getParentSpanContext().isValid());
    }

    private static String everything(SpanData span) {
        return "%s %s %s %s %s"
                .formatted(
                        span.getName(),
                        span.getAttributes(),
                        span.getEvents(),
                        span.getStatus(),
                        span.getResource());
    }

    @Test
    void everyMetricIsDocumentedAndEveryDocumentedMetricIsThere() throws IOException {
        Set<String> there = names();
        Set<String> documented = documented();
        assertThat(there).containsAll(documented);
        assertThat(there.stream().filter(name -> name.startsWith("postroom_")))
                .allMatch(documented::contains);
    }

    @Test
    void onlyTheOperatorsServersAndRoutesAreLabels() {
        Set<String> servers = values("server");
        assertThat(servers).containsExactlyInAnyOrder("127.0.0.1", "other", "none");
        assertThat(values("uri")).allMatch(uri -> !uri.contains("INBOX"));
        assertThat(values("uri")).hasSizeLessThan(60);
        assertThat(values("command")).contains("UID FETCH", "TOP", "RETR", "QUIT", "CONNECT");
    }

    private Set<String> values(String label) {
        return Pattern.compile(label + "=\"([^\"]*)\"")
                .matcher(told())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private String told() {
        return RestAssured.given().get(metrics).asString();
    }

    private Set<String> names() {
        return told().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .map(name -> PART.matcher(name).replaceFirst(""))
                .collect(Collectors.toSet());
    }

    private static Set<String> documented() throws IOException {
        return ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .map(found -> PART.matcher(found.group(1)).replaceFirst(""))
                .collect(Collectors.toSet());
    }

    private static Predicate<String> sings() {
        List<String> songs = Canary.songs();
        return line ->
                line.toLowerCase(Locale.ROOT).contains(Canary.MARK)
                        || songs.stream().anyMatch(line::contains);
    }

    private static void failures(MailUser user, AccountKind kind) {
        new Visitor().signIn(user.login(), Canary.PASSWORD + "wrong");
        Visitor typing = new Visitor();
        typing.open("/login")
                .form("form[action=/login]")
                .with("username", user.login())
                .with("password", user.password())
                .with("protocol", kind.name().toLowerCase(Locale.ROOT))
                .with("host", "localhost")
                .with("port", "995")
                .with("security", "tls")
                .submit();
        typing.open("/" + Canary.MARK + "?q=" + Canary.SEARCH);
    }

    private static void journey(Account account) {
        Visitor visitor = account.visitor();
        Patience.until("the letter", () -> has(visitor.open("/mailbox"), Canary.SUBJECT));
        Page folders = visitor.open("/mailboxes");
        folders.markedForm("create-mailbox").with("name", Canary.MAILBOX).submit();
        Page list = visitor.open("/mailbox");
        Page letter = list.openMessage(Canary.SUBJECT);
        letter.marks("attachment-link").forEach(link -> visitor.raw(link.attr("href")));
        visitor.raw(letter.mark("raw-link").attr("href"));
        Page shown = letter.markedForm("show-images").submit().follow("iframe", "src");
        visitor.raw(shown.one("img").attr("src"));
        visitor.open("/search?q=" + Canary.SEARCH + "&scope=all");
        list.form("form[data-testid=list-actions]")
                .tick(list.row(Canary.SUBJECT))
                .with("target", Canary.MAILBOX)
                .press("action", "move");
        visitor.open("/mailbox?name=" + Canary.MAILBOX);
        cutOff(visitor);
    }

    /** In the middle of a page. */
    private static void cutOff(Visitor visitor) {
        MailServers.proxy().cutInsteadOfAnswerTo("LIST");
        visitor.open("/mailbox?name=" + Canary.MAILBOX);
        MailServers.proxy().refuse();
        MailServers.proxy().cut();
        visitor.open("/mailbox?name=" + Canary.MAILBOX);
        MailServers.proxy().accept();
    }

    private static boolean has(Page page, String subject) {
        return page.subjects().contains(subject);
    }
}
