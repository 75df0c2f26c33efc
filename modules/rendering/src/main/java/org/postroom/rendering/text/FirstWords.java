package org.postroom.rendering.text;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The first words of a message, for lists: one line, without quotes and without padding. */
public final class FirstWords {

    /** Longest result, in characters. */
    public static final int LENGTH = 140;

    private static final int READ = 64 * 1024;
    private static final Set<String> SILENT =
            Set.of(
                    "head",
                    "style",
                    "script",
                    "title",
                    "template",
                    "noscript",
                    "svg",
                    "math",
                    "select",
                    "textarea");
    private static final Set<String> QUOTES =
            Set.of(
                    "gmail_quote",
                    "gmail_attr",
                    "moz-cite-prefix",
                    "yahoo_quoted",
                    "protonmail_quote");

    private FirstWords() {}

    /** From a text/plain part, or the beginning of one; only quotes when there is nothing else. */
    public static String of(String text) {
        var lines = bounded(text).lines().map(String::strip).toList();
        var own = cut(String.join(" ", own(lines)));
        return own.isEmpty() ? cut(String.join(" ", unquoted(lines))) : own;
    }

    /** From a text/html part, or the beginning of one; only quotes when there is nothing else. */
    public static String ofHtml(String html) {
        var body = Parser.htmlParser().parseInput(bounded(html), "").body();
        var own = cut(words(body, true));
        return own.isEmpty() ? cut(words(body, false)) : own;
    }

    private static String bounded(String text) {
        return text.length() > READ ? text.substring(0, READ) : text;
    }

    /** Lines of the writer, up to a signature or a forwarded message. */
    private static List<String> own(List<String> lines) {
        int end = 0;
        while (end < lines.size() && !isEnd(lines.get(end))) {
            end++;
        }
        var own = lines.subList(0, end);
        return IntStream.range(0, end)
                .filter(
                        i ->
                                !own.get(i).startsWith(">")
                                        && !isAttribution(own, i)
                                        && !isRule(own.get(i)))
                .mapToObj(own::get)
                .toList();
    }

    private static boolean isEnd(String line) {
        return line.equals("--")
                || (line.startsWith("-----") && line.endsWith("-----") && line.length() > 12);
    }

    /** "On Monday somebody wrote:" just before a quote. */
    private static boolean isAttribution(List<String> lines, int at) {
        int next = at + 1;
        while (next < lines.size() && lines.get(next).isEmpty()) {
            next++;
        }
        return lines.get(at).endsWith(":")
                && next < lines.size()
                && lines.get(next).startsWith(">");
    }

    private static boolean isRule(String line) {
        return line.length() > 2
                && line.chars().noneMatch(Character::isLetterOrDigit)
                && line.chars().distinct().count() < 3;
    }

    private static List<String> unquoted(List<String> lines) {
        return lines.stream().map(FirstWords::withoutMarks).filter(line -> !isRule(line)).toList();
    }

    private static String withoutMarks(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == '>' || line.charAt(at) == ' ')) {
            at++;
        }
        return line.substring(at);
    }

    private static String words(Element body, boolean ownOnly) {
        var reader = new Reader(ownOnly, new StringBuilder());
        NodeTraversor.filter(reader, body);
        return reader.out().toString();
    }

    /** Collects the text of elements; blocks and cells are words apart. */
    private record Reader(boolean ownOnly, StringBuilder out) implements NodeFilter {

        @Override
        public FilterResult head(Node node, int depth) {
            if (out.length() > LENGTH * 40) {
                return FilterResult.STOP;
            }
            return switch (node) {
                case TextNode text -> text(text);
                case Element element -> element(element);
                default -> FilterResult.CONTINUE;
            };
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            return node instanceof Element element ? apart(element) : FilterResult.CONTINUE;
        }

        private FilterResult text(TextNode text) {
            out.append(text.getWholeText());
            return FilterResult.CONTINUE;
        }

        private FilterResult element(Element element) {
            boolean skipped =
                    SILENT.contains(element.normalName()) || (ownOnly && isQuote(element));
            return skipped ? FilterResult.SKIP_ENTIRELY : apart(element);
        }

        private FilterResult apart(Element element) {
            if (element.isBlock() || element.nameIs("br")) {
                out.append(' ');
            }
            return FilterResult.CONTINUE;
        }
    }

    private static boolean isQuote(Element element) {
        return element.nameIs("blockquote")
                || element.classNames().stream().anyMatch(QUOTES::contains);
    }

    private static String cut(String text) {
        var words = OneLine.of(text);
        if (words.length() <= LENGTH) {
            return words;
        }
        int end = words.lastIndexOf(' ', LENGTH);
        int at = end > LENGTH / 2 ? end : LENGTH;
        return words.substring(0, Character.isHighSurrogate(words.charAt(at - 1)) ? at - 1 : at);
    }
}
