package org.postroom.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.testing.server.DovecotServer;
import org.postroom.testing.server.RawImap;

/**
 * What people believe, beside what another mail program sees.
 *
 * @param lost messages that are nowhere, or changes that were confirmed and are not there
 * @param doubled messages that are there more than once
 */
record Ledger(List<String> lost, List<String> doubled) {

    private static final Pattern FLAGS = Pattern.compile("FLAGS \\(([^)]*)\\)");
    private static final Pattern SUBJECT = Pattern.compile("Subject: (.*?)\r\n");

    static Ledger of(List<Person> people, DovecotServer server) {
        Ledger all = new Ledger(new ArrayList<>(), new ArrayList<>());
        for (Person person : people) {
            try (RawImap other = server.connect(person.user())) {
                all.compare(person, seen(other));
            }
        }
        return all;
    }

    private void compare(Person person, Map<String, List<Person.Known>> seen) {
        person.known()
                .forEach(
                        (subject, believed) -> {
                            List<Person.Known> there = seen.getOrDefault(subject, List.of());
                            String note =
                                    "%s: believed %s, seen %s".formatted(subject, believed, there);
                            if (there.size() > 1) {
                                doubled.add(note);
                            } else if (!there.equals(List.of(believed))) {
                                lost.add(note);
                            }
                        });
    }

    private static Map<String, List<Person.Known>> seen(RawImap client) {
        Map<String, List<Person.Known>> seen = new HashMap<>();
        for (String mailbox : Person.PLACES) {
            client.select(mailbox);
            client.send("FETCH 1:* (FLAGS BODY.PEEK[HEADER.FIELDS (SUBJECT)])")
                    .untagged()
                    .forEach(line -> take(line, mailbox, seen));
        }
        return seen;
    }

    private static void take(String line, String mailbox, Map<String, List<Person.Known>> seen) {
        Matcher flags = FLAGS.matcher(line);
        Matcher subject = SUBJECT.matcher(line);
        if (line.contains(" FETCH ") && flags.find() && subject.find()) {
            seen.computeIfAbsent(subject.group(1), _ -> new ArrayList<>())
                    .add(new Person.Known(mailbox, flags.group(1).contains("\\Flagged")));
        }
    }
}
