package org.postroom.app.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.app.panes.ListPart;
import org.postroom.app.panes.MessagePart;

class TemplatesTest {
    private static final String ROW = "[data-message='1.4811'][data-in=INBOX]";

    static List<String> pages() {
        return List.copyOf(SamplePages.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageHasALanguageATitleAndOneMain(String name) {
        var page = page(name);

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).endsWith("– Postroom");
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("h1")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPostedFormCarriesTheToken(String name) {
        for (var form : page(name).select("form[method=post]")) {
            assertThat(form.select("input[name=csrf-token]").eachAttr("value"))
                    .containsExactly(SampleShell.TOKEN);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noIdStandsTwiceAndEveryLabelPointsAtOne(String name) {
        var page = page(name);
        var ids = page.select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(page.select("[for]").eachAttr("for"));
        assertThat(ids).containsAll(page.select("[aria-labelledby]").eachAttr("aria-labelledby"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyIconIsInTheSprite(String name) {
        var sprite = PlainEngine.resource("/assets/icons.svg");

        for (var icon : page(name).select("use").eachAttr("href")) {
            assertThat(sprite).contains("id=\"" + icon.substring(icon.indexOf('#') + 1) + "\"");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageCarriesInlineScriptsStylesOrHandlers(String name) {
        var page = page(name);

        assertThat(page.select("script:not([src]), style, [style], [^on]")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("marks")
    void theMarksAreThere(String name, String selector) {
        assertThat(page(name).select(selector)).as(selector).isNotEmpty();
    }

    static Stream<Object[]> marks() {
        return PlainEngine.resource("/marks.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> new Object[] {line.split(" ", 2)[0], line.split(" ", 2)[1]});
    }

    @Test
    void aRowSaysWithAttributesWhatItsFlagsAre() {
        var page = page("mailbox");

        assertThat(page.select(ROW + "[data-unread][data-starred][data-attachment]")).hasSize(1);
        assertThat(page.select("[data-message='1.4806'][data-unread]")).isEmpty();
        assertThat(page.select("[data-message='1.4806'][data-starred]")).isEmpty();
        assertThat(page.select("[data-message='1.4804'][data-answered]")).hasSize(1);
    }

    @Test
    void enterInATickBoxPressesNoButton() {
        var first = page("mailbox").select("#list-actions button").getFirst();

        assertThat(first.attr("formmethod")).isEqualTo("dialog");
    }

    @Test
    void aPartIsExactlyWhatThePageShows() {
        var list = SampleList.inbox(null, "");
        var listPart = new PlainEngine().render(new ListPart(list));
        var messagePart = new PlainEngine().render(new MessagePart(SampleMessage.LETTER));

        assertThat(SamplePages.html("mailbox")).contains(listPart.strip());
        assertThat(SamplePages.html("message-text")).contains(messagePart.strip());
    }

    @Test
    void aPageThatIsNotRunningDoesNotReload() {
        assertThat(SamplePages.html("search")).contains("http-equiv=\"refresh\"");
        assertThat(SamplePages.html("search-done")).doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void whatIsComingIsLookedForAgainWithAndWithoutScript() {
        assertThat(SamplePages.html("message-waiting")).contains("http-equiv=\"refresh\"");
        assertThat(page("message-waiting").select("[data-testid=content-pending][hx-get]"))
                .hasSize(1);
        assertThat(SamplePages.html("message-text")).doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void oneMessageIsNotSeveral() {
        assertThat(PlainEngine.text("{msg:messages(n, t)}", 1, "1")).isEqualTo("1 message");
        assertThat(PlainEngine.text("{msg:messages(n, t)}", 0, "0")).isEqualTo("0 messages");
        assertThat(PlainEngine.text("{msg:messages(n, t)}", 4812, "4,812"))
                .isEqualTo("4,812 messages");
    }

    private static Document page(String name) {
        return Jsoup.parse(SamplePages.html(name));
    }
}
