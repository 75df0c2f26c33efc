package org.postroom.testing.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Plays by the beginning of a command; the latest that fits wins. */
final class Plays {
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    private record Rule(Pattern command, Play play) {}

    Plays on(String command, Play play) {
        var pattern =
                Pattern.compile(
                        "(?:" + command + ")(?: .*)?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
        rules.addFirst(new Rule(pattern, play));
        return this;
    }

    Optional<Play> play(String command) {
        return rules.stream()
                .filter(rule -> rule.command.matcher(command).matches())
                .findFirst()
                .map(Rule::play);
    }
}
