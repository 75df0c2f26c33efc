package org.postroom.app.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.app.support.Mailbox.subject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.Mailbox;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;

@QuarkusTest
@OnEveryAccount
class UnknownAddressesHttpTest {

    /** One person of a kind is enough for addresses that lead nowhere. */
    private static final Map<AccountKind, Visitor> VISITORS = new ConcurrentHashMap<>();

    @Parameter AccountKind account;

    @Test
    void anUnknownMailboxIsNotFound() {
        try (Mailbox mailbox = Mailbox.of(account, 1)) {
            Page page = mailbox.visitor().open("/mailbox?name=Nowhere%2FAt%20all");
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.mark("error-banner").text()).contains("no folder of this name");
            assertThat(page.has("a[data-mailbox=INBOX]")).isTrue();
        }
    }

    @Test
    void anUnknownMessageIsNotFound() {
        try (Mailbox mailbox = Mailbox.of(account, 1)) {
            String id = mailbox.inbox().row(subject(0)).attr("data-message");
            String gone = id.replaceFirst("\\d+$", "999");
            for (String kind : List.of("", "/print", "/source")) {
                Page page = mailbox.visitor().open("/message" + kind + "?in=INBOX&id=" + gone);
                assertThat(page.status()).as(kind).isEqualTo(404);
                assertThat(page.mark("error-banner").text()).contains("no longer there");
            }
            String other = id.startsWith("1.") ? "2.1" : "1.1";
            Page renumbered = mailbox.visitor().open("/message?in=INBOX&id=" + other);
            assertThat(renumbered.status()).isEqualTo(409);
            Page elsewhere = mailbox.visitor().open("/message?in=Nowhere&id=" + id);
            assertThat(elsewhere.status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"body", "part"})
    void anUnknownPartOfAMessageIsNotFound(String kind) {
        try (Mailbox mailbox = Mailbox.of(account, 1)) {
            String id = mailbox.inbox().row(subject(0)).attr("data-message");
            String gone = id.replaceFirst("\\d+$", "999");
            String address = "/message/" + kind + "?in=INBOX&id=";
            assertThat(mailbox.visitor().open(address + gone + "&path=1").status()).isEqualTo(404);
            assertThat(mailbox.visitor().open(address + id + "&path=7.7").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mailbox?page=0",
                "/mailbox?page=-1",
                "/mailbox?page=abc",
                "/mailbox?page=99999999999",
                "/mailbox?page=9999999999999999999999",
                "/mailbox?sort=x",
                "/mailbox?filter=x",
                "/mailbox?name=%01",
                "/mailbox?name=a%0Ab",
                "/mailbox?name=a%00",
                "/mailbox?name=%7F",
                "/mailbox?name=a%0D%0Ab",
                "/message",
                "/message?in=INBOX",
                "/message?in=INBOX&id=1",
                "/message?in=INBOX&id=0.0",
                "/message?in=INBOX&id=1.0",
                "/message?in=INBOX&id=1.99999999999",
                "/message?in=INBOX&id=99999999999.1",
                "/message?in=INBOX&id=1.1&at=x",
                "/message?in=INBOX&id=1.1&page=x",
                "/message?in=%01&id=1.1",
                "/message?id=1.1",
                "/message/part?in=INBOX&id=1.1",
                "/message/part?in=INBOX&id=1.1&path=1..2",
                "/message/part?in=INBOX&id=1.1&path=x",
                "/message/part?in=INBOX&id=1.1&path=0",
                "/message/part?in=INBOX&id=1.1&path=99999999999",
                "/message/body?in=INBOX&id=1.1&path=-1",
                "/message/neighbour?in=INBOX&id=1.1&go=sideways",
                "/message/source?in=INBOX&id=x",
                "/search?q=a&from=x",
                "/search?q=a&from=1.99999999999.1",
                "/search?q=a&in=%01",
                "/search?q=before:yesterday",
                "/search?q=%00",
                "/jobs/x?back=//elsewhere.example/"
            })
    void aMalformedAddressIsRefusedWithASentence(String address) {
        Page page = visitor().open(address);
        assertThat(page.status()).as(page.text()).isEqualTo(400);
        assertThat(page.mark("error-banner").text()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/mailbox/x",
                "/message/x",
                "/jobs/x",
                "/jobs",
                "/index.html",
                "/.env",
                "/assets/x/nothing.css",
                "/%2e%2e/etc/passwd",
                "/mailboxes/x"
            })
    void whatIsNoPageIsNotFound(String address) {
        Page page = visitor().open(address);
        assertThat(page.status()).as(page.text()).isEqualTo(404);
        assertThat(page.mark("error-banner").text()).contains("no such page");
        assertThat(new Visitor().raw(address).statusCode()).isIn(303, 404);
    }

    @Test
    void oddEncodingsAreNoFaultOfOurs() {
        for (String address :
                List.of(
                        "/mailbox?name=%C3",
                        "/mailbox?name=%ED%A0%80",
                        "/mailbox?name=" + "a".repeat(5_000),
                        "/search?q=" + "a".repeat(5_000),
                        "/search?q=%F0%9F%9A%A2",
                        "/mailbox?name=INBOX&name=Other")) {
            Page page = visitor().open(address);
            assertThat(page.status()).as(address).isLessThan(500);
        }
    }

    @Test
    void aFormThatCannotBeDecodedIsRefused() {
        Page page = visitor().post("/mailboxes", "name=50% off&parent=");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.mark("error-banner").text()).contains("not complete");
    }

    @Test
    void aWrongMethodIsRefused() {
        Visitor visitor = visitor();
        for (String address : List.of("/changes", "/undo", "/logout", "/mailboxes/renames")) {
            Response response = visitor.raw(address);
            assertThat(response.statusCode()).as(address).isEqualTo(405);
        }
        Response post = visitor.rawPost("/mailbox", Map.of("a", List.of("b")));
        assertThat(post.statusCode()).isBetween(400, 405);
    }

    private Visitor visitor() {
        return VISITORS.computeIfAbsent(account, kind -> Account.empty(kind).visitor());
    }
}
