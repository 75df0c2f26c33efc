package org.postroom.faults;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.postroom.testing.server.MailUser;

/**
 * Somebody who reads and tidies up all day: looks at a list, opens, stars, moves, deletes, takes
 * back; and who, when something fails, looks whether it was done, and does it again if not.
 */
final class Person implements Runnable {

    static final List<String> PLACES = List.of("INBOX", "Archive", "Trash");

    private static final long THINKS_NANOS = 1_500_000_000L;
    private static final long AFTER_ERROR_NANOS = 500_000_000L;

    private final MailUser user;
    private final Client client;
    private final Witness witness;
    private final SplittableRandom random;

    /** Where each message is and whether it has a star, by its subject. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private volatile boolean goHome;

    /** What this person believes, because it was confirmed or seen. */
    record Known(String place, boolean starred) {}

    Person(MailUser user, Client client, Witness witness, long seed) {
        this.user = user;
        this.client = client;
        this.witness = witness;
        random = new SplittableRandom(seed);
    }

    /** Signs in, and sees what is there. */
    void arrive() {
        Answer answer = client.signIn(user, "imap");
        if (!answer.leadsOn()) {
            throw new IllegalStateException("Not signed in: " + answer);
        }
        look("INBOX").forEach(row -> known.put(row.subject(), new Known("INBOX", row.starred())));
    }

    @Override
    public void run() {
        while (!goHome) {
            Ports.pause(random.nextLong(THINKS_NANOS));
            doSomething();
        }
    }

    /** After what is being done now. */
    void goHome() {
        goHome = true;
    }

    MailUser user() {
        return user;
    }

    Map<String, Known> known() {
        return Map.copyOf(known);
    }

    private void doSomething() {
        String place = PLACES.get(random.nextInt(PLACES.size()));
        List<Row> rows = look(place);
        if (rows.isEmpty()) {
            return;
        }
        Row row = rows.get(random.nextInt(rows.size()));
        switch (random.nextInt(8)) {
            case 0, 1 -> insist(() -> client.get(row.url()));
            case 2, 3, 4 -> star(place, row);
            case 5, 6 -> move(place, row);
            default -> moveAndTakeBack(place, row);
        }
    }

    private List<Row> look(String place) {
        return Row.of(Jsoup.parse(insist(() -> client.get(list(place))).body()));
    }

    private static String list(String place) {
        return "/mailbox?name=" + place;
    }

    /** Reloads until there is a page. */
    private Answer insist(Supplier<Answer> request) {
        long begun = System.nanoTime();
        for (boolean atOnce = true; ; atOnce = false) {
            Answer answer = request.get();
            if (answer.isPage()) {
                witness.succeeded(this, begun, atOnce);
                return answer;
            }
            witness.failed(this, answer);
            Ports.pause(AFTER_ERROR_NANOS);
        }
    }

    private void star(String place, Row row) {
        boolean wanted = !row.starred();
        Optional<Row> now = Optional.of(row);
        while (now.isPresent() && now.get().starred() != wanted) {
            Answer answer = change(place, now.get(), wanted ? "star" : "unstar", "");
            if (answer.leadsOn()) {
                confirm(row, answer);
                known.put(row.subject(), new Known(place, wanted));
                return;
            }
            now = seen(place, row);
        }
        now.ifPresentOrElse(
                there -> known.put(row.subject(), new Known(place, wanted)),
                () -> witness.surprise(row.subject() + " has left " + place));
    }

    private Optional<String> move(String place, Row row) {
        String target = PLACES.get((PLACES.indexOf(place) + 1) % PLACES.size());
        Optional<Row> now = Optional.of(row);
        while (now.isPresent()) {
            Answer answer = change(place, now.get(), "move", target);
            if (answer.leadsOn()) {
                confirm(row, answer);
                known.put(row.subject(), new Known(target, row.starred()));
                return Optional.of(answer.done(4)).filter(undo -> !undo.isEmpty());
            }
            now = seen(place, row);
        }
        known.put(row.subject(), new Known(target, row.starred()));
        return Optional.empty();
    }

    private void moveAndTakeBack(String place, Row row) {
        move(place, row).ifPresent(undo -> takeBack(undo, place, row));
    }

    private void takeBack(String undo, String place, Row row) {
        Known moved = Objects.requireNonNull(known.get(row.subject()));
        long begun = System.nanoTime();
        Answer answer = client.post("/undo", Map.of("undo", undo, "back", list(place)));
        boolean done = answer.done(0).equals("undone") && answer.done(1).equals("1");
        if (!answer.leadsOn()) {
            witness.failed(this, answer);
            done = seen(moved.place(), row).isEmpty();
        } else if (!done) {
            witness.surprise("Not taken back: " + answer.location());
        }
        if (done) {
            witness.succeeded(this, begun, answer.leadsOn());
            known.put(row.subject(), new Known(place, row.starred()));
        }
    }

    private Answer change(String place, Row row, String action, String target) {
        long begun = System.nanoTime();
        Map<String, String> form =
                Map.of(
                        "in", place,
                        "message", row.id(),
                        "action", action,
                        "target", target,
                        "back", list(place));
        Answer answer = client.post("/changes", form);
        if (answer.leadsOn()) {
            witness.succeeded(this, begun, true);
        } else {
            witness.failed(this, answer);
        }
        return answer;
    }

    private void confirm(Row row, Answer answer) {
        witness.confirmed();
        if (!answer.done(1).equals("1")) {
            witness.surprise(row.subject() + ": " + answer.location());
        }
    }

    /** What a message is in a list now. */
    private Optional<Row> seen(String place, Row row) {
        return look(place).stream()
                .filter(other -> other.subject().equals(row.subject()))
                .findFirst();
    }
}
