package org.postroom.testing.corpus;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everybody who occurs in the sample mail. */
public final class People {
    private static final Map<String, Person> BY_KEY =
            TextResource.lines("people.txt")
                    .map(line -> line.split(" \\| "))
                    .collect(
                            Collectors.toMap(
                                    cells -> cells[0], cells -> new Person(cells[1], cells[2])));

    /** Whose mailbox it is. */
    public static final Person ME = named("me");

    private People() {}

    /** Somebody by the key in people.txt; IllegalArgumentException when unknown. */
    public static Person named(String key) {
        @Nullable Person person = BY_KEY.get(key);
        if (person == null) {
            throw new IllegalArgumentException("Nobody is called " + key);
        }
        return person;
    }

    static List<Person> named(String... keys) {
        Function<String, Person> one = People::named;
        return List.of(keys).stream().map(one).toList();
    }
}
