package org.postroom.testing.corpus;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A paper that comes by mail: text and HTML, a remote picture, an embedded one, tables and inline
 * styles.
 */
public final class Newsletter {
    private static final String TEMPLATE =
            TextResource.lines("newsletter.html").collect(Collectors.joining("\n", "", "\n"));
    private static final Map<String, Newsletter> ALL = read();
    private final Person sender;
    private final String colour;
    private final List<String[]> stories = new ArrayList<>();

    private Newsletter(Person sender, String colour) {
        this.sender = sender;
        this.colour = colour;
    }

    /** All papers, always in the same order. */
    static List<Newsletter> all() {
        return List.copyOf(ALL.values());
    }

    /** The paper of this sender, a key of people.txt. */
    static Newsletter of(String sender) {
        var paper = ALL.get(sender);
        if (paper == null) {
            throw new IllegalArgumentException("No newsletter of " + sender);
        }
        return paper;
    }

    private static Map<String, Newsletter> read() {
        var papers = new TreeMap<String, Newsletter>();
        var current = new ArrayList<Newsletter>();
        TextResource.lines("newsletters.txt")
                .map(line -> line.replaceFirst("^=== ", "===|").split("\\s*\\|\\s*"))
                .forEach(
                        cells -> {
                            if (cells[0].equals("===")) {
                                current.add(new Newsletter(People.named(cells[1]), cells[2]));
                                papers.put(cells[1], current.getLast());
                            } else {
                                current.getLast().stories.add(cells);
                            }
                        });
        return papers;
    }

    /** The issue of this number, any number; the stories repeat after a while. */
    CorpusMessage issue(int number, Instant when) {
        var story = stories.get(Math.floorMod(number, stories.size()));
        var draft =
                new MessageDraft()
                        .from(sender)
                        .to(People.ME)
                        .subject(story[0])
                        .date(when)
                        .id("issue-" + number + "@" + sender.domain())
                        .field("List-Id: " + sender.mailbox())
                        .field(
                                "List-Unsubscribe: <https://"
                                        + sender.domain()
                                        + "/unsubscribe/4f1c>");
        return new CorpusMessage(draft.with(body(story, number)), Set.of(), when, "Newsletters");
    }

    private MimePart body(String[] story, int number) {
        var plain = text("plain", text(story, number));
        var html = text("html", html(story, number));
        if (number % 3 != 0) {
            return MimePart.multipart("alternative", plain, html);
        }
        var emblem = MimePart.binary("image/png", Seascape.png(number));
        var related =
                MimePart.multipart(
                        "related; type=\"text/html\"",
                        html,
                        emblem.embedded("emblem@paper", "emblem.png"));
        return MimePart.multipart("alternative", plain, related);
    }

    private static MimePart text(String subtype, String text) {
        return MimePart.text(
                subtype, text, StandardCharsets.UTF_8, TransferEncoding.QUOTED_PRINTABLE);
    }

    private String text(String[] story, int number) {
        return Wrapping.fixed(
                sender.name()
                        + ", no. "
                        + number
                        + "\n\n"
                        + story[0]
                        + "\n\n"
                        + story[1]
                        + "\n\nAlso: "
                        + story[2]
                        + "\n\nRead on: https://"
                        + sender.domain()
                        + "/"
                        + number
                        + "\n");
    }

    private String html(String[] story, int number) {
        var emblem =
                number % 3 == 0
                        ? "<img src=\"cid:emblem@paper\" width=\"160\" height=\"100\" alt=\"A sail\">"
                        : "";
        return TEMPLATE.replace("@TITLE@", escaped(story[0]))
                .replace("@LEAD@", escaped(story[1]))
                .replace("@SECOND@", escaped(story[2]))
                .replace("@NAME@", escaped(sender.name()))
                .replace("@COLOUR@", colour)
                .replace("@EMBLEM@", emblem)
                .replace("@HOST@", sender.domain().replace(".example", ""))
                .replace("@NUMBER@", Integer.toString(number));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
