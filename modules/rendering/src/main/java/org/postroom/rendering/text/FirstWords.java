package org.postroom.rendering.text;

import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The first words of a message, for lists: one line, without quotes and without padding. */
public final class FirstWords {

    /** Longest result, in characters. */
    public static final int LENGTH = 140;

    private static final int READ = 64 * 1024;

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
        return HtmlReader.words(body, ownOnly, LENGTH * 40);
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
