package org.postroom.protocol.pop3;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroom.protocol.Capability;

/**
 * What CAPA lists (RFC 2449 §5).
 *
 * @param known whether the server has CAPA at all
 * @param lines in capitals
 */
record Offer(boolean known, List<String> lines) {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    Offer {
        lines = List.copyOf(lines);
    }

    static Offer ask(Pop3Wire wire) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean known = wire.ask("CAPA").ok();
        if (known) {
            wire.lines(line -> lines.add(line.strip().toUpperCase(Locale.ROOT)));
        }
        return new Offer(known, lines);
    }

    boolean has(String capability) {
        return words(capability).findAny().isPresent();
    }

    boolean has(String capability, String parameter) {
        return words(capability).anyMatch(words -> words.contains(parameter));
    }

    /** What is said of a capability: its name and its parameters, however often it is listed. */
    private Stream<List<String>> words(String capability) {
        return lines.stream()
                .map(line -> Arrays.asList(line.split("\\s+")))
                .filter(words -> words.getFirst().equals(capability));
    }

    /** With their parameters, as the server lists them. */
    Set<Capability> capabilities() {
        return lines.stream()
                .filter(line -> !line.isEmpty())
                .map(Capability::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** RFC 2449 §6.5: seconds; nobody is sent away for more than a day. */
    Optional<Duration> loginDelay() {
        return words("LOGIN-DELAY")
                .filter(words -> words.size() > 1 && SECONDS.matcher(words.get(1)).matches())
                .map(words -> Duration.ofSeconds(Long.parseLong(words.get(1))))
                .map(delay -> delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay)
                .findFirst();
    }
}
