package org.postroom.app.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.postroom.app.panes.AttachmentRow;
import org.postroom.app.panes.ListPart;
import org.postroom.app.panes.MarkedText;
import org.postroom.app.panes.MessageGroup;
import org.postroom.app.panes.MessageRow;

class HostileTextTest {
    private static final String EVIL = "\"'><script>alert(1)</script>&amp;{evil}\u202Etxt.exe";
    private static final MarkedText MARKED = MarkedText.marking(EVIL, List.of("script"));

    private static final MessageRow ROW =
            new MessageRow(
                    "1.2",
                    EVIL,
                    "/message?id=1.2",
                    MARKED,
                    MARKED,
                    MARKED,
                    EVIL,
                    EVIL,
                    EVIL,
                    new MessageRow.State(true, true, true, true, true, true, true),
                    false,
                    new MessageRow.Place(EVIL, MailboxKind.ORDINARY));
    private static final MailboxRow FOLDER =
            new MailboxRow(EVIL, EVIL, "/mailbox", 9, MailboxKind.ORDINARY, 1, EVIL, true, true);
    private static final Shell SHELL =
            new Shell(
                    EVIL,
                    "en",
                    "ltr",
                    View.LIST,
                    EVIL,
                    EVIL,
                    EVIL,
                    new MailboxTree(List.of(FOLDER), List.of(FOLDER)),
                    new Quota(EVIL, 1),
                    new SearchBox(EVIL, EVIL, EVIL, false),
                    new Notice(EVIL, EVIL, "/", EVIL));

    @Test
    void aRowIsTextWhateverStandsInIt() {
        var page = part(ROW);

        assertThat(page.select("script:not([src^=/assets/])")).isEmpty();
        assertThat(page.select("[data-message]").attr("data-in")).isEqualTo(EVIL);
        assertThat(page.select("[name=message]").attr("value")).isEqualTo("1.2@" + EVIL);
        assertThat(page.select("[data-testid=row-subject]").text()).isEqualTo(EVIL);
        assertThat(page.select("[data-testid=row-from]").text()).isEqualTo(EVIL);
        assertThat(page.select("[data-testid=row-subject] mark").eachText())
                .containsExactly("script", "script");
    }

    @Test
    void foreignTextInARowIsIsolated() {
        var page = Jsoup.parse(SamplePages.html("search"));

        for (var mark : List.of("row-from", "row-subject", "row-preview")) {
            assertThat(page.select("[data-testid=" + mark + "]"))
                    .allMatch(e -> e.normalName().equals("bdi") && e.attr("dir").equals("auto"));
        }
    }

    @Test
    void aFolderIsTextWhateverItIsCalled() {
        var note = new ErrorNote(EVIL, EVIL, new Link(EVIL, "/"));
        var page = Jsoup.parse(new PlainEngine().render(new ErrorPage(SHELL, note, EVIL)));

        assertThat(page.select("script:not([src^=/assets/])")).isEmpty();
        assertThat(page.select("a[data-mailbox]").attr("data-mailbox")).isEqualTo(EVIL);
        assertThat(page.select("input[name=q]").attr("value")).isEqualTo(EVIL);
        assertThat(page.select("input[name=q]").attr("placeholder")).contains(EVIL);
        assertThat(page.select("[data-testid=notice] p").text()).isEqualTo(EVIL);
    }

    @Test
    void aFileNameIsCutInTheMiddleAndNeverAtItsEnding() {
        var file = new AttachmentRow("Mooring plan November.png", "/x", "PNG", "", "image");

        assertThat(file.head()).isEqualTo("Mooring plan Nove");
        assertThat(file.tail()).isEqualTo("mber.png");
        assertThat(new AttachmentRow("a.b", "/x", "", "", "file").head()).isEmpty();
    }

    @Test
    void noTemplateSwitchesEscapingOff() throws IOException {
        var folder = Path.of(PlainEngine.class.getResource("/templates").getPath());
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContainPattern("\\.(raw|safe)\\b");
            }
        }
    }

    private static Document part(MessageRow row) {
        var list = SampleList.inbox(null, "");
        var hostile = SampleList.showing(list, List.of(new MessageGroup(EVIL, List.of(row))));
        return Jsoup.parse(new PlainEngine().render(new ListPart(hostile)));
    }
}
