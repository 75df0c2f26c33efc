package org.postroom.protocol.imap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.Argument;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.Flag;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SearchCriteria.Among;
import org.postroom.protocol.SearchCriteria.And;
import org.postroom.protocol.SearchCriteria.Before;
import org.postroom.protocol.SearchCriteria.Contains;
import org.postroom.protocol.SearchCriteria.HasAttachment;
import org.postroom.protocol.SearchCriteria.HasFlag;
import org.postroom.protocol.SearchCriteria.Larger;
import org.postroom.protocol.SearchCriteria.Not;
import org.postroom.protocol.SearchCriteria.Or;
import org.postroom.protocol.SearchCriteria.Since;
import org.postroom.protocol.SearchCriteria.Smaller;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.net.ResponseLimits;

/**
 * Finds messages in the selected mailbox with the server's SEARCH (RFC 9051 §6.4.4), and answers
 * what SEARCH cannot: moments instead of days, and attachments.
 */
final class ImapSearch {

    private static final Predicate<ImapLine> LEAVE = _ -> false;
    private static final int MAX_LINE = 7500;
    private static final long LONG_LINE = 16L << 20;
    private static final long MAX_FOUND = 50_000_000;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);
    private static final Query NONE = new Query.Uids(UidSet.EMPTY);

    private final ImapConnection connection;
    private final ImapFetch fetch;
    private final Attachments attachments;
    private boolean combines = true;

    ImapSearch(ImapConnection connection) {
        this.connection = connection;
        this.fetch = new ImapFetch(connection);
        this.attachments = new Attachments(connection, this);
    }

    /** The messages that match and are not marked as deleted. */
    UidSet find(SearchCriteria criteria) {
        return find(exact(criteria));
    }

    /** The criteria as a query that the server answers exactly. */
    Query exact(SearchCriteria criteria) {
        return exact(criteria, null);
    }

    // The scope is what the messages must be among anyway: only there is it worth looking closer.
    private Query exact(SearchCriteria criteria, @Nullable UidSet scope) {
        return switch (criteria) {
            case And and -> and(and, scope);
            case Or or -> new Query.Any(or.any().stream().map(one -> exact(one, scope)).toList());
            case Not not -> new Query.No(exact(not.criteria(), scope));
            case Contains contains -> contains(contains);
            case HasFlag has -> flag(has.flag());
            case HasAttachment _ -> new Query.Uids(attachments.within(scope));
            case Since since -> since(since.moment(), scope);
            case Before before -> new Query.No(since(before.moment(), scope));
            case Larger larger ->
                    larger.octets() < 0 ? Query.ALL : Query.key("LARGER", size(larger.octets()));
            case Smaller smaller ->
                    smaller.octets() <= 0 ? NONE : Query.key("SMALLER", size(smaller.octets()));
            case Among among -> new Query.Uids(among.uids());
        };
    }

    private Query and(And and, @Nullable UidSet scope) {
        UidSet narrowed =
                and.all().stream()
                        .filter(Among.class::isInstance)
                        .map(among -> ((Among) among).uids())
                        .reduce(UidSet::intersect)
                        .map(uids -> scope == null ? uids : uids.intersect(scope))
                        .orElse(scope);
        return new Query.All(and.all().stream().map(one -> exact(one, narrowed)).toList());
    }

    // Cyrus ends the connection for a number of more than 31 bits.
    private static String size(long octets) {
        return Long.toString(Math.min(octets, Integer.MAX_VALUE));
    }

    private static Query contains(Contains contains) {
        String words = contains.words();
        return switch (contains.field()) {
            // As RFC 9051 §6.4.4 defines FROM and the like; GreenMail compares those with whole
            // addresses.
            case FROM -> Query.header("From", words);
            case TO -> Query.header("To", words);
            case CC -> Query.header("Cc", words);
            case BCC -> Query.header("Bcc", words);
            case SUBJECT, BODY, TEXT -> Query.text(contains.field().name(), words);
            case MESSAGE_ID -> Query.header("Message-ID", words);
        };
    }

    private static Query flag(Flag flag) {
        return flag.isSystem()
                ? Query.key(flag.value().substring(1).toUpperCase(Locale.ROOT))
                : Query.key("KEYWORD", flag.value());
    }

    // SINCE knows days only, in a time zone that the server does not tell: the three days around
    // the
    // moment are looked at one by one.
    private Query since(Instant moment, @Nullable UidSet scope) {
        if (moment.isBefore(Instant.parse("1970-01-05T00:00:00Z"))) {
            return Query.ALL;
        }
        if (moment.isAfter(Instant.parse("9999-12-25T00:00:00Z"))) {
            return NONE;
        }
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        Query around =
                all(
                        Query.key("SINCE", DAY.format(day.minusDays(1))),
                        Query.key("BEFORE", DAY.format(day.plusDays(2))));
        UidSet close = find(scope == null ? around : all(around, new Query.Uids(scope)));
        Query later = Query.key("SINCE", DAY.format(day.plusDays(2)));
        return new Query.Any(List.of(later, new Query.Uids(atOrAfter(moment, close))));
    }

    private static Query all(Query... queries) {
        return new Query.All(List.of(queries));
    }

    private UidSet atOrAfter(Instant moment, UidSet uids) {
        List<Uid> result = new ArrayList<>();
        fetch.each(
                uids,
                ImapFetch.atoms("UID", "INTERNALDATE"),
                connection.limits(),
                (uid, line) -> {
                    Fetched fetched = new Fetched();
                    fetched.add(line);
                    if (!fetched.internalDate().isBefore(moment)) {
                        result.add(uid);
                    }
                });
        return UidSet.of(result);
    }

    /** Whether the query may stand in one command. */
    static boolean fits(Query query) {
        return query.length() <= MAX_LINE;
    }

    /** What a query finds; one that is too long, or too much for the server, is asked in pieces. */
    UidSet find(Query query) {
        if (!fits(query) || !(combines || query.isFlat())) {
            return inPieces(query);
        }
        Answer answer = ask(query);
        if (answer.end().isBAD() && !query.isFlat()) {
            combines = false; // GreenMail, for one, knows no parentheses
            return inPieces(query);
        }
        return found(answer);
    }

    private UidSet inPieces(Query query) {
        return switch (query) {
            case Query.Key key -> found(ask(key)); // its text is long, and goes as a literal
            case Query.Uids uids -> inWindows(uids.uids(), List.of());
            case Query.All all -> all(all);
            case Query.Any any ->
                    any.queries().stream().map(this::find).reduce(UidSet.EMPTY, UidSet::union);
            case Query.No no -> find(Query.ALL).minus(find(no.query()));
        };
    }

    private UidSet all(Query.All all) {
        List<Query> others =
                all.queries().stream().filter(one -> !(one instanceof Query.Uids)).toList();
        UidSet uids =
                all.queries().stream()
                        .filter(Query.Uids.class::isInstance)
                        .map(one -> ((Query.Uids) one).uids())
                        .reduce(UidSet::intersect)
                        .orElse(null);
        Query rest = new Query.All(others);
        if (uids != null && rest.length() <= MAX_LINE / 3 && (combines || rest.isFlat())) {
            return inWindows(uids, others);
        }
        Stream<UidSet> found = others.stream().map(this::find);
        UidSet both = found.reduce(UidSet::intersect).orElse(UidSet.EMPTY);
        return uids == null ? both : both.intersect(uids);
    }

    private UidSet inWindows(UidSet uids, List<Query> others) {
        UidSet result = UidSet.EMPTY;
        for (UidSet window : UidWindows.of(uids, MAX_LINE / 2)) {
            List<Query> both = new ArrayList<>(others);
            both.add(new Query.Uids(window));
            result = result.union(found(ask(new Query.All(both))));
        }
        return result;
    }

    private Answer ask(Query query) {
        Argument arguments = new Argument();
        if (connection.has("ESEARCH")) {
            arguments.writeAtom("RETURN").writeArgument(new Argument().writeAtom("ALL"));
        }
        if (query.needsUtf8() && !connection.wire().supportsUtf8()) {
            arguments.writeAtom("CHARSET").writeAtom("UTF-8");
        }
        writeUndeleted(query, arguments);
        ResponseLimits limits = connection.limits().withLine(LONG_LINE);
        return connection.attempt("UID SEARCH", arguments, LEAVE, limits);
    }

    /** Adds a query to a command, so that messages marked as deleted are not found. */
    static void writeUndeleted(Query query, Argument arguments) {
        arguments.writeAtom("UNDELETED");
        if (query instanceof Query.All all) {
            all.queries().forEach(one -> one.writeTo(arguments));
        } else {
            query.writeTo(arguments);
        }
    }

    private static UidSet found(Answer answer) {
        if (!answer.isOk()) {
            throw ImapFailures.of(answer.end(), null);
        }
        LongStream plain =
                answer.lines("SEARCH")
                        .flatMap(line -> line.tokens().stream())
                        .mapToLong(Token::number);
        UidSet result = UidSet.of(plain.filter(number -> number > 0 && number <= Uid.MAX));
        return answer.lines("ESEARCH")
                .map(line -> set(returned(line, "ALL").latin1()))
                .reduce(result, UidSet::union);
    }

    /** What an ESEARCH line says by this name (RFC 4731 §3.1). */
    static Token returned(ImapLine line, String name) {
        List<Token> tokens = line.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (!tokens.get(i).isList() && tokens.get(i).word().equals(name)) {
                return tokens.get(i + 1);
            }
        }
        return Token.NIL;
    }

    /** A set as servers write it, in whatever order; bounded. */
    static UidSet set(String text) {
        try {
            UidSet result = UidSet.parse(text);
            if (result.size() > MAX_FOUND) {
                throw new BadResponse("More messages than there can be", null);
            }
            return result;
        } catch (IllegalArgumentException e) {
            throw new BadResponse("Not a set of UIDs", e);
        }
    }
}
