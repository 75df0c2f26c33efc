package org.postroom.rendering.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postroom.rendering.LinkTarget;

/** Finds web and mail addresses in text, in one pass and without looking at anything twice. */
final class Links {

    private static final List<String> STARTS = List.of("http://", "https://", "www.", "mailto:");
    private static final String ENDS = "<>\"“”„«»`|\\^{}";
    private static final String TRAILING = ".,;:!?'*_~…’";
    private static final String LOCAL_PART = "!#$%&'*+/=?^_`{|}~.-";
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 255;
    private static final int LIMIT = 2_000;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int done;
    private int links;

    private Links(String text) {
        this.text = text;
    }

    /** The text as words and links; together they are the text again. */
    static List<Token> tokens(String text) {
        return new Links(text).read();
    }

    private List<Token> read() {
        int position = 0;
        while (position < text.length() && links < LIMIT) {
            position = text.charAt(position) == '@' ? address(position) : url(position);
        }
        words(text.length());
        return tokens;
    }

    private int url(int start) {
        if (!isStart(start)) {
            return start + 1;
        }
        int end = trimmed(start, endOfUrl(start));
        var target = isComplete(start, end) ? target(start, end) : Optional.<LinkTarget>empty();
        target.ifPresent(found -> link(start, end, found));
        return Math.max(end, start + 1);
    }

    /** Scripts without spaces put their letters right before an address. */
    private boolean isStart(int start) {
        boolean mayStart = "hHwWmM".indexOf(text.charAt(start)) >= 0;
        boolean atWord = start == 0 || !isLetterOrDigit(text.charAt(start - 1));
        return mayStart
                && atWord
                && STARTS.stream().anyMatch(s -> text.regionMatches(true, start, s, 0, s.length()));
    }

    /** More than {@code http://} or {@code www.} alone. */
    private boolean isComplete(int start, int end) {
        return STARTS.stream().noneMatch(s -> s.length() >= end - start);
    }

    private Optional<LinkTarget> target(int start, int end) {
        return LinkTarget.of(text.substring(start, end));
    }

    private int endOfUrl(int start) {
        int end = start;
        while (end < text.length() && isOfUrl(text.charAt(end)) && end - start < LinkTarget.LIMIT) {
            end++;
        }
        return end;
    }

    private static boolean isOfUrl(char c) {
        return c > ' '
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && ENDS.indexOf(c) < 0;
    }

    /** Punctuation and closing brackets behind a link belong to the sentence. */
    private int trimmed(int start, int end) {
        int at = end;
        while (at > start
                && (TRAILING.indexOf(text.charAt(at - 1)) >= 0 || closesNothing(start, at))) {
            at--;
        }
        return at;
    }

    private boolean closesNothing(int start, int end) {
        char last = text.charAt(end - 1);
        return (last == ')' && lastWithin(start, end, '(') < 0)
                || (last == ']' && lastWithin(start, end, '[') < 0);
    }

    private int lastWithin(int start, int end, char wanted) {
        for (int i = end - 1; i >= start; i--) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private int address(int at) {
        int start = at;
        int end = at + 1;
        while (start > Math.max(done, at - LONGEST_LOCAL_PART)
                && isOfLocalPart(text.charAt(start - 1))) {
            start--;
        }
        while (end < Math.min(text.length(), at + LONGEST_DOMAIN) && isOfDomain(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && !isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        while (start < at && !isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        return mail(start, at, end);
    }

    private int mail(int start, int at, int end) {
        int dot = lastWithin(at, end, '.');
        if (start == at || dot <= at + 1 || end - dot < 3) {
            return at + 1;
        }
        LinkTarget.of("mailto:" + text.substring(start, end))
                .ifPresent(found -> link(start, end, found));
        return end;
    }

    private static boolean isOfLocalPart(char c) {
        return isLetterOrDigit(c) || LOCAL_PART.indexOf(c) >= 0;
    }

    private static boolean isOfDomain(char c) {
        return isLetterOrDigit(c) || c == '.' || c == '-';
    }

    private static boolean isLetterOrDigit(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private void link(int start, int end, LinkTarget target) {
        words(start);
        tokens.add(new Token.Link(text.substring(start, end), target));
        done = end;
        links++;
    }

    private void words(int end) {
        if (end > done) {
            tokens.add(new Token.Words(text.substring(done, end)));
            done = end;
        }
    }
}
