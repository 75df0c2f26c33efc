package org.postroom.testing.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server answered to one command.
 *
 * @param untagged the lines before the tagged one, literals included after their {@code {n}} and
 *     CRLF, ISO 8859-1
 * @param status the tagged line without its tag, such as {@code OK [READ-WRITE] done}
 */
public record RawReply(List<String> untagged, String status) {
    private static final Pattern FLAGS = Pattern.compile("FLAGS \\(([^)]*)\\)");
    private static final Pattern LIST_NAME =
            Pattern.compile(
                    "^\\* (?:LIST|LSUB) \\([^)]*\\) (?:NIL|\"(?:\\\\.|[^\"])+\") (.*)$",
                    Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}\r\n");

    /** Whether the server did it. */
    public boolean ok() {
        return status.startsWith("OK");
    }

    /** This answer, or IllegalStateException with the server's words when it refused. */
    public RawReply orThrow() {
        if (!ok()) {
            throw new IllegalStateException(status + " after " + untagged);
        }
        return this;
    }

    /** Everything as one text, the status last. */
    public String text() {
        return Stream.concat(untagged.stream(), Stream.of(status))
                .collect(Collectors.joining("\r\n"));
    }

    /** The names in LIST answers, decoded. */
    List<String> mailboxNames() {
        return untagged.stream()
                .map(LIST_NAME::matcher)
                .flatMap(matcher -> matcher.results())
                .map(found -> ModifiedUtf7.decode(unquoted(found.group(1))))
                .toList();
    }

    /**
     * The number that follows a word, such as {@code MESSAGES}; IllegalStateException when it is
     * missing.
     */
    public long number(String word) {
        return Pattern.compile("\\b" + word + " (\\d+)")
                .matcher(text())
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + word + " in " + text()));
    }

    /** The numbers of an untagged answer, such as those of {@code * SEARCH 1 2}. */
    public List<Long> numbersAfter(String word) {
        var start = "* " + word;
        return untagged.stream()
                .filter(line -> line.startsWith(start))
                .flatMap(line -> Arrays.stream(line.substring(start.length()).strip().split(" ")))
                .filter(number -> number.matches("\\d+"))
                .map(Long::valueOf)
                .toList();
    }

    /** The flags in the FETCH answer, {@code \Recent} left out; empty where there is none. */
    Set<String> flags() {
        return untagged.stream()
                .filter(line -> line.contains(" FETCH "))
                .flatMap(line -> FLAGS.matcher(line).results())
                .flatMap(found -> Arrays.stream(found.group(1).split(" ")))
                .filter(flag -> !flag.isEmpty() && !flag.equals("\\Recent"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The octets of the first literal; IllegalStateException when there is none. */
    public byte[] firstLiteral() {
        var text = text();
        var literal = LITERAL.matcher(text).results().findFirst();
        MatchResult found =
                literal.orElseThrow(() -> new IllegalStateException("No literal in " + text));
        int length = Integer.parseInt(found.group(1));
        return text.substring(found.end(), found.end() + length)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String unquoted(String text) {
        var literal = LITERAL.matcher(text);
        if (literal.lookingAt()) {
            return text.substring(literal.end());
        }
        return text.startsWith("\"")
                ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
                : text;
    }
}
