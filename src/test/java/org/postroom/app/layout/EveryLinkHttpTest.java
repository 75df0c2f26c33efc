package org.postroom.app.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.corpus.SampleMailbox;

@QuarkusTest
@OnEveryAccount
class EveryLinkHttpTest {

    private static final int PAGES = 300;
    private static final int OF_A_KIND = 20;
    private static final List<String> FIRST =
            List.of(
                    "/",
                    "/mailboxes",
                    "/account",
                    "/settings",
                    "/search?q=from:ines+in:Archive+-lighthouse&scope=all",
                    "/search?q=the&scope=mailbox&in=INBOX",
                    "/mailbox?name=Trash");
    private static final List<String> REACHED =
            List.of(
                    "/mailbox",
                    "/message",
                    "/message/part",
                    "/message/body",
                    "/message/source",
                    "/message/print",
                    "/message/neighbour",
                    "/search");

    @Parameter AccountKind kind;

    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> kinds = new HashMap<>();

    @Test
    void everyLinkAndEverySearchFormLeadsToAPage() {
        Visitor visitor = filled().visitor();
        FIRST.forEach(this::add);
        int visited = 0;
        while (!open.isEmpty() && visited < PAGES) {
            String address = open.removeFirst();
            Page page = visitor.open(address);
            visited++;
            assertThat(page.status()).as("%s:%n%s", address, page.text()).isEqualTo(200);
            collect(page);
        }
        assertThat(visited).isGreaterThan(150);
        assertThat(kinds.keySet().stream().map(k -> k.replaceFirst(" .*", "")))
                .containsAll(REACHED);
    }

    private void collect(Page page) {
        Stream.of("href", "src", "data-url")
                .flatMap(name -> page.dom().select("[" + name + "]").eachAttr(name).stream())
                .filter(url -> url.startsWith("/"))
                .forEach(this::add);
        for (Element form : page.dom().select("form")) {
            if (form.attr("method").equalsIgnoreCase("get")) {
                String query =
                        form.select("input[name]").stream()
                                .map(i -> i.attr("name") + "=" + encoded(i.val()))
                                .collect(Collectors.joining("&"));
                add(form.attr("action") + "?" + query);
            }
        }
    }

    // A few of each kind are enough, where a kind is a path with the names of its parameters.
    private void add(String url) {
        String address = url.replaceFirst("#.*", "");
        String[] parts = address.split("\\?", 2);
        String names = parts.length == 1 ? "" : parts[1].replaceAll("=[^&]*", "");
        if (known.add(address)
                && kinds.merge(parts[0] + " " + names, 1, Integer::sum) <= OF_A_KIND) {
            open.add(address);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Account filled() {
        return Account.with(
                kind,
                SampleMailbox.asOf(Instant.now()).stream()
                        .collect(Collectors.groupingBy(CorpusMessage::mailbox)));
    }
}
