package org.postroom.app.listing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.app.listing.NotUnderstood.Reason;
import org.postroom.app.listing.SearchTokens.Token;
import org.postroom.protocol.Flag;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SearchCriteria.Contains;
import org.postroom.protocol.SearchCriteria.Field;
import org.postroom.protocol.SearchCriteria.HasFlag;

/**
 * The language of the search box: words, {@code "phrases"}, {@code from:} and the like, {@code
 * -not}, {@code OR}. Terms beside each other must all match; {@code OR} binds its two neighbours
 * closer than that.
 */
public final class SearchLanguage {

    private static final int MAX_LENGTH = 1000;
    private static final int MAX_TERMS = 40;
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*([kmg]?)i?b?");

    private final ZoneId zone;
    private Optional<String> mailbox = Optional.empty();
    private boolean readsText;

    private SearchLanguage(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Understands what was typed.
     *
     * @param zone where the reader's days begin and end
     * @throws NotUnderstood when it makes no sense
     */
    public static SearchQuery understand(String typed, ZoneId zone) {
        String text = printable(typed);
        if (text.length() > MAX_LENGTH) {
            throw new NotUnderstood(Reason.TOO_LONG, "");
        }
        List<Token> tokens = SearchTokens.of(text);
        if (tokens.isEmpty()) {
            throw new NotUnderstood(Reason.EMPTY, "");
        }
        if (tokens.size() > MAX_TERMS) {
            throw new NotUnderstood(Reason.TOO_LONG, "");
        }
        return new SearchLanguage(zone).query(text, tokens);
    }

    private static String printable(String typed) {
        StringBuilder text = new StringBuilder();
        typed.codePoints().map(SearchLanguage::printable).forEach(text::appendCodePoint);
        return text.toString().strip();
    }

    private static int printable(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c;
    }

    private SearchQuery query(String text, List<Token> tokens) {
        List<SearchCriteria> all = new ArrayList<>();
        for (List<Token> group : alternatives(tokens)) {
            all.add(group.size() == 1 ? single(group.getFirst()) : anyOf(group));
        }
        all.removeIf(SearchCriteria.ALL::equals);
        SearchCriteria criteria = all.size() == 1 ? all.getFirst() : new SearchCriteria.And(all);
        List<String> terms = alternatives(tokens).stream().map(SearchLanguage::source).toList();
        return new SearchQuery(text, criteria, mailbox, terms, readsText);
    }

    private static List<List<Token>> alternatives(List<Token> tokens) {
        List<List<Token>> groups = new ArrayList<>();
        boolean joins = false;
        for (Token token : tokens) {
            if (token.isOr()) {
                joins = !groups.isEmpty();
            } else if (joins) {
                groups.getLast().add(token);
                joins = false;
            } else {
                groups.add(new ArrayList<>(List.of(token)));
            }
        }
        if (groups.isEmpty()) {
            groups.add(List.of(new Token("OR", false, "", "OR", true)));
        }
        return groups;
    }

    private static String source(List<Token> group) {
        return String.join(" OR ", group.stream().map(Token::source).toList());
    }

    private SearchCriteria anyOf(List<Token> group) {
        if (group.stream().anyMatch(t -> t.operator().equals("in"))) {
            throw new NotUnderstood(Reason.IN_MISPLACED, source(group));
        }
        return new SearchCriteria.Or(group.stream().map(this::single).toList());
    }

    private SearchCriteria single(Token token) {
        if (token.value().isBlank()) {
            throw new NotUnderstood(
                    token.operator().isEmpty() ? Reason.EMPTY : Reason.NO_VALUE, token.source());
        }
        SearchCriteria positive = positive(token);
        return token.negated() ? new SearchCriteria.Not(positive) : positive;
    }

    private SearchCriteria positive(Token token) {
        String value = token.value();
        return switch (token.operator()) {
            case "from" -> new Contains(Field.FROM, value);
            case "to" -> new Contains(Field.TO, value);
            case "cc" -> new Contains(Field.CC, value);
            case "subject" -> new Contains(Field.SUBJECT, value);
            case "body" -> text(Field.BODY, value);
            case "has" -> has(token);
            case "is" -> is(token);
            case "in" -> in(token);
            case "before" -> new SearchCriteria.Before(startOf(token));
            case "after" -> new SearchCriteria.Since(startOf(token));
            case "larger" -> new SearchCriteria.Larger(octets(token));
            case "smaller" -> new SearchCriteria.Smaller(octets(token));
            case "label" -> label(token);
            default -> text(Field.TEXT, value);
        };
    }

    private SearchCriteria text(Field field, String value) {
        readsText = true;
        return new Contains(field, value);
    }

    private static SearchCriteria has(Token token) {
        return switch (token.value().toLowerCase(Locale.ROOT)) {
            case "attachment", "attachments" -> SearchCriteria.ATTACHMENTS;
            default -> throw new NotUnderstood(Reason.UNKNOWN_HAS, token.source());
        };
    }

    private static SearchCriteria is(Token token) {
        return switch (token.value().toLowerCase(Locale.ROOT)) {
            case "unread" -> SearchCriteria.UNREAD;
            case "read" -> new HasFlag(Flag.SEEN);
            case "starred" -> SearchCriteria.STARRED;
            case "unstarred" -> new SearchCriteria.Not(SearchCriteria.STARRED);
            case "answered" -> new HasFlag(Flag.ANSWERED);
            default -> throw new NotUnderstood(Reason.UNKNOWN_IS, token.source());
        };
    }

    private SearchCriteria in(Token token) {
        if (token.negated() || mailbox.isPresent()) {
            throw new NotUnderstood(Reason.IN_MISPLACED, token.source());
        }
        mailbox = Optional.of(token.value());
        return SearchCriteria.ALL;
    }

    private static SearchCriteria label(Token token) {
        if (!Flag.isFlag(token.value())) {
            throw new NotUnderstood(Reason.NOT_A_LABEL, token.source());
        }
        return new HasFlag(new Flag(token.value()));
    }

    private Instant startOf(Token token) {
        Matcher date = DATE.matcher(token.value());
        if (!date.matches()) {
            throw new NotUnderstood(Reason.NOT_A_DATE, token.source());
        }
        try {
            return LocalDate.of(number(date, 1), number(date, 2), number(date, 3))
                    .atStartOfDay(zone)
                    .toInstant();
        } catch (DateTimeException _) {
            throw new NotUnderstood(Reason.NOT_A_DATE, token.source());
        }
    }

    private static int number(Matcher date, int group) {
        String digits = date.group(group);
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    private static long octets(Token token) {
        Matcher size = SIZE.matcher(token.value().toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new NotUnderstood(Reason.NOT_A_SIZE, token.source());
        }
        long unit =
                switch (size.group(2)) {
                    case "k" -> 1L << 10;
                    case "m" -> 1L << 20;
                    case "g" -> 1L << 30;
                    default -> 1;
                };
        long octets = Math.multiplyExact(Long.parseLong(size.group(1)), unit);
        return Math.min(octets, 0xFFFF_FFFFL);
    }
}
