package org.postroom.protocol.imap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.angus.mail.iap.Argument;
import org.postroom.protocol.UidSet;

/** What a server's SEARCH can answer exactly (RFC 9051 §6.4.4). */
sealed interface Query {

    /** Every message. */
    Query ALL = new All(List.of());

    /** Words of the protocol and texts, in their order; texts are only ever sent as strings. */
    record Key(List<Part> parts) implements Query {
        Key(Part... parts) {
            this(List.of(parts));
        }
    }

    /** One word of a key. */
    record Part(String value, boolean text) {
        static Part atom(String value) {
            return new Part(value, false);
        }

        static Part text(String value) {
            return new Part(value, true);
        }
    }

    /** Only these. */
    record Uids(UidSet uids) implements Query {}

    record All(List<Query> queries) implements Query {
        public All {
            queries = List.copyOf(queries);
        }
    }

    record Any(List<Query> queries) implements Query {
        public Any {
            queries = List.copyOf(queries);
        }
    }

    record No(Query query) implements Query {}

    static Query key(String... atoms) {
        return new Key(Arrays.stream(atoms).map(Part::atom).toList());
    }

    static Query text(String field, String words) {
        return new Key(Part.atom(field), Part.text(words));
    }

    static Query header(String field, String words) {
        return new Key(Part.atom("HEADER"), Part.text(field), Part.text(words));
    }

    /** Adds it to a command. */
    default void writeTo(Argument arguments) {
        switch (this) {
            case Key key -> key.parts().forEach(part -> write(part, arguments));
            case Uids uids when uids.uids().isEmpty() ->
                    arguments.writeAtom("NOT").writeAtom("ALL");
            case Uids uids -> arguments.writeAtom("UID").writeAtom(uids.uids().toString());
            case All all when all.queries().isEmpty() -> arguments.writeAtom("ALL");
            case All all when all.queries().size() == 1 ->
                    all.queries().getFirst().writeTo(arguments);
            case All all -> arguments.writeArgument(inParentheses(all.queries()));
            case Any any -> writeAny(any.queries(), arguments);
            case No no -> no.query().writeTo(arguments.writeAtom("NOT"));
        }
    }

    private static void write(Part part, Argument arguments) {
        if (part.text()) {
            arguments.writeNString(part.value(), StandardCharsets.UTF_8);
        } else {
            arguments.writeAtom(part.value());
        }
    }

    private static Argument inParentheses(List<Query> queries) {
        Argument inner = new Argument();
        queries.forEach(query -> query.writeTo(inner));
        return inner;
    }

    // OR takes two: halves, so that many do not lie deep in each other.
    private static void writeAny(List<Query> queries, Argument arguments) {
        switch (queries.size()) {
            case 0 -> new Uids(UidSet.EMPTY).writeTo(arguments);
            case 1 -> queries.getFirst().writeTo(arguments);
            default -> {
                int half = queries.size() / 2;
                arguments.writeAtom("OR");
                writeAny(queries.subList(0, half), arguments);
                writeAny(queries.subList(half, queries.size()), arguments);
            }
        }
    }

    /** About how many octets it needs on the wire. */
    default int length() {
        return switch (this) {
            case Key key ->
                    key.parts().stream().mapToInt(part -> part.value().length() * 3 + 8).sum();
            case Uids uids ->
                    UidWindows.fits(uids.uids()) ? uids.uids().toString().length() + 5 : 1 << 20;
            case All all -> 2 + all.queries().stream().mapToInt(Query::length).sum();
            case Any any -> any.queries().stream().mapToInt(query -> query.length() + 8).sum();
            case No no -> 6 + no.query().length();
        };
    }

    /** Whether it can be written without parentheses, which not every server knows. */
    default boolean isFlat() {
        return switch (this) {
            case Key _, Uids _ -> true;
            case All all -> all.queries().stream().allMatch(Query::isOneKey);
            case Any any -> any.queries().stream().allMatch(Query::isOneKey);
            case No no -> no.query().isOneKey();
        };
    }

    private boolean isOneKey() {
        return isFlat() && !(this instanceof All all && all.queries().size() > 1);
    }

    /** Whether texts in it are not ASCII. */
    default boolean needsUtf8() {
        return switch (this) {
            case Key key ->
                    key.parts().stream()
                            .anyMatch(part -> part.value().chars().anyMatch(c -> c > 0x7E));
            case Uids _ -> false;
            case All all -> all.queries().stream().anyMatch(Query::needsUtf8);
            case Any any -> any.queries().stream().anyMatch(Query::needsUtf8);
            case No no -> no.query().needsUtf8();
        };
    }
}
