package org.postroom.app.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.app.support.Mailbox.subject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.Mailbox;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.OtherSide;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.corpus.Specimen;

@QuarkusTest
@OnEveryAccount
class MessageHttpTest {

    private static final Instant WHEN = Instant.parse("2026-03-01T10:00:00Z");

    @Parameter AccountKind kind;

    static List<String> names() {
        return OddMail.names();
    }

    private OddMail odd() {
        return OddMail.of(kind);
    }

    @Test
    void everyMessageIsThere() {
        assertThat(odd().uids()).hasSize(names().size());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMessageIsShownAndHarmsNothing(String name) {
        Page page = odd().visitor().open("/message" + odd().query(name));
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.dom().select("#message-pane h1")).hasSize(1);
        assertThat(page.dom().select("#list-pane h1")).hasSize(1);
        assertThat(page.dom().select("main")).hasSize(1);
        assertThat(page.mark("message-subject").text()).isNotBlank();
        assertThat(page.has("form[data-testid=message-actions] button[value=archive]")).isTrue();
        harmless(page.dom());
        for (Element frame : page.dom().select("iframe")) {
            assertThat(frame.attr("sandbox")).doesNotContain("allow-scripts", "same-origin");
            frame(frame.attr("src"));
        }
        for (Element link : page.marks("attachment-link")) {
            attachment(link.attr("href"));
        }
    }

    private static void harmless(Document dom) {
        assertThat(dom.select("script:not([src^=/assets/])")).isEmpty();
        assertThat(dom.select("base, object, embed, svg script")).isEmpty();
        for (Element element : dom.getAllElements()) {
            element.attributes()
                    .forEach(
                            attribute -> {
                                assertThat(attribute.getKey()).doesNotStartWith("on");
                                assertThat(attribute.getValue().strip().toLowerCase(Locale.ROOT))
                                        .doesNotStartWith("javascript:");
                            });
        }
    }

    private void frame(String address) {
        Response response = odd().visitor().raw(address);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.contentType()).isEqualToIgnoringCase("text/html; charset=utf-8");
        assertThat(response.header("Content-Security-Policy"))
                .contains("sandbox", "default-src 'none'", "frame-ancestors 'self'")
                .doesNotContain("allow-scripts", "allow-same-origin", "script-src");
        Document dom = Jsoup.parse(response.asString());
        harmless(dom);
        assertThat(dom.select("script, form, iframe, link, svg, math, meta[http-equiv=refresh]"))
                .isEmpty();
        assertThat(dom.select("[src]")).allMatch(e -> e.attr("src").startsWith("data:"));
    }

    private void attachment(String address) {
        Response response = odd().visitor().raw(address);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Content-Disposition")).startsWith("attachment");
        assertThat(response.header("Content-Security-Policy")).contains("sandbox");
        assertThat(response.contentType()).startsWith("application/octet-stream");
        assertThat(response.header("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSourceIsWhatTheServerHas(String name) {
        Response response = odd().visitor().raw("/message/source" + odd().query(name));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("text/plain");
        assertThat(response.asByteArray()).isEqualTo(odd().source(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMessageCanBePrinted(String name) {
        Page page = odd().visitor().open("/message/print" + odd().query(name));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.dom().select("h1")).hasSize(1);
        harmless(page.dom());
    }

    @Test
    void theListOfAllOddMessagesIsShown() {
        Set<String> ids = new HashSet<>();
        Page page = odd().visitor().open("/mailbox");
        while (true) {
            harmless(page.dom());
            page.rows().forEach(row -> ids.add(row.attr("data-message")));
            if (!page.has("[data-testid=next-page]")) {
                break;
            }
            page = page.follow("[data-testid=next-page]");
        }
        assertThat(ids).hasSize(names().size());
    }

    @ParameterizedTest
    @CsvSource({
        "INVITATION, invite.ics",
        "WINMAIL, winmail.dat",
        "TABLE, tides.csv",
        "ARCHIVE, ネガ.zip",
        "ENCODED_WORD_NAME, Ноты для альтов.pdf",
        "RAW_NAME, facture dorée n° 7.pdf"
    })
    void anAttachmentKeepsItsNameAndItsOctets(String specimen, String name) {
        Page page = odd().visitor().open("/message" + odd().query(specimen));
        Element row =
                page.marks("attachment").stream()
                        .filter(r -> fileName(r).equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(page.text()));
        Response file =
                odd().visitor().raw(row.select("[data-testid=attachment-link]").attr("href"));
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(file.header("Content-Disposition")).containsAnyOf("\"" + name + "\"", encoded);
        assertThat(file.asByteArray()).isEqualTo(attached(odd().source(specimen)));
    }

    private static String fileName(Element row) {
        return row.select("[data-testid=attachment-name]").getFirst().wholeText();
    }

    // The last part that is an attachment in base64, taken from the source by hand.
    private static byte[] attached(byte[] source) {
        String text = new String(source, StandardCharsets.ISO_8859_1);
        int header = text.lastIndexOf("Content-Disposition: attachment");
        int start = text.indexOf("\r\n\r\n", header) + 4;
        int end = text.indexOf("\r\n--", start);
        return Base64.getMimeDecoder().decode(text.substring(start, end));
    }

    @Test
    void anEmbeddedPictureIsShownInTheText() {
        Page page = odd().visitor().open("/message" + odd().query("PICTURES"));
        assertThat(page.has("[data-testid=attachment]")).isFalse();
        Response body = odd().visitor().raw(page.mark("message-frame").attr("src"));
        String source = Jsoup.parse(body.asString()).select("img").attr("src");
        assertThat(source).startsWith("data:image/png;base64,");
        byte[] picture = Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1));
        assertThat(new String(picture, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
    }

    @Test
    void onlyOpeningMarksAsRead() {
        Account account =
                Account.with(kind, Stream.of(plain(), Specimen.PICTURES.message(1, WHEN)));
        Visitor visitor = account.visitor();
        try (OtherSide other = account.other()) {
            List<String> ids =
                    visitor.open("/mailbox?name=INBOX").rows().stream()
                            .map(r -> r.attr("data-message"))
                            .toList();
            ids.forEach(id -> lookWithoutOpening(visitor, "?in=INBOX&id=" + id));
            assertThat(other.unread("INBOX")).isEqualTo(2);
            visitor.open("/message?in=INBOX&id=" + ids.getFirst());
            assertThat(other.unread("INBOX")).isEqualTo(1);
            visitor.part("/message?in=INBOX&id=" + ids.getLast());
            assertThat(other.unread("INBOX")).isZero();
        }
    }

    private static CorpusMessage plain() {
        return Mailbox.mail(0).message().withFlags();
    }

    private static void lookWithoutOpening(Visitor visitor, String query) {
        for (String kind : List.of("source", "print", "part", "body")) {
            String path = kind.equals("body") ? "&path=2.1" : "&path=1";
            visitor.raw("/message/" + kind + query + path);
        }
        visitor.twin().withHeader("Sec-Purpose", "prefetch").open("/message" + query);
    }

    @Test
    void nextAndPreviousGoThroughTheList() {
        try (Mailbox mailbox = Mailbox.of(kind, 4)) {
            Page page = mailbox.inbox().openMessage(subject(3));
            assertThat(page.has("[data-testid=previous-message]")).isFalse();
            for (int i = 2; i >= 0; i--) {
                page = page.follow("[data-testid=next-message]");
                assertThat(page.mark("message-subject").text()).isEqualTo(subject(i));
            }
            assertThat(page.has("[data-testid=next-message]")).isFalse();
            page = page.follow("[data-testid=previous-message]");
            assertThat(page.mark("message-subject").text()).isEqualTo(subject(1));
        }
    }

    @Test
    void nextGoesThroughUnreadOnesThoughEachLeavesTheListWhenItIsRead() {
        try (Mailbox mailbox = Mailbox.of(kind, 4)) {
            Page page =
                    mailbox.visitor()
                            .open("/mailbox?name=INBOX&filter=unread")
                            .openMessage(subject(3));
            page = page.follow("[data-testid=next-message]");
            assertThat(page.mark("message-subject").text()).isEqualTo(subject(2));
            page = page.follow("[data-testid=next-message]");
            assertThat(page.mark("message-subject").text()).isEqualTo(subject(1));
        }
    }

    @Test
    void aMessageIsAPartTooWithoutTheRestOfThePage() {
        try (Mailbox mailbox = Mailbox.of(kind, 2)) {
            String address =
                    mailbox.inbox()
                            .row(subject(1))
                            .select("[data-testid=message-link]")
                            .attr("href");
            Page part = mailbox.visitor().part(address);
            assertThat(part.mark("message-subject").text()).isEqualTo(subject(1));
            assertThat(part.has("#list-pane, title")).isFalse();
        }
    }
}
