package org.postroom.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.postroom.testing.corpus.Corpus;
import org.postroom.testing.server.DovecotServer;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.SharedServers;

/**
 * Signing in to a large drop, through the packaged application and its pages, beside what the
 * server needs by itself in the same run. It asserts nothing; {@code bin/bench pop3} runs it.
 */
class DropBenchmark {

    private static final int MESSAGES = 5_000;
    private static final int ROWS = 50;
    private static final int RUNS = Integer.getInteger("org.postroom.bench.runs", 5);
    private static final long SEED = 5;
    private static final long LOOK_NANOS = 20_000_000;

    private final DovecotServer server = SharedServers.dovecot();
    private final List<Map<String, Double>> runs = new ArrayList<>();

    @Test
    void aFirstAndASecondSignIn() throws IOException {
        Path report = Files.createDirectories(Path.of("target", "bench")).resolve("pop3.md");
        try (SoakDatabase database = SoakDatabase.start();
                Application application = application(database)) {
            measure(application); // warms everything up
            runs.clear();
            for (int i = 0; i < RUNS; i++) {
                measure(application);
            }
            Files.writeString(report, table(application));
        }
    }

    private Application application(SoakDatabase database) {
        Map<String, String> access = database.properties();
        return Application.start(
                "256m",
                Map.of(
                        "POSTROOM_DB_URL", access.get("quarkus.datasource.jdbc.url"),
                        "POSTROOM_DB_USER", "postgres",
                        "POSTROOM_DB_PASSWORD", "none",
                        "POSTROOM_SECRET", "a secret of 32 bytes, for a benchmark",
                        "POSTROOM_IMAP_URL", url("imap", server.imapPort()),
                        "POSTROOM_POP3_URL", url("pop3", server.pop3Port()),
                        "POSTROOM_ALLOW_CLEARTEXT", "true",
                        "POSTROOM_SIGNIN_LIMIT_PER_NETWORK", "0"),
                Path.of("target", "bench", "application.log"));
    }

    private static String url(String protocol, int port) {
        return protocol + "://127.0.0.1:" + port + "?security=none";
    }

    private void measure(Application application) {
        MailUser user = server.newUser();
        server.fill(user, "INBOX", Corpus.plain(SEED, MESSAGES));
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("server alone: UIDL and all headers", raw(user));
        try (Person person = new Person(application.address())) {
            long start = System.nanoTime();
            person.signIn(user, "pop3");
            figures.put("first sign-in", since(start));
            String page = person.inbox();
            figures.put("first sign-in to its first page with 50 rows", page(person, page, start));
            figures.put("first sign-in to all headers", filled(person, start));
        }
        figures.put("second sign-in and page", again(application, user, "pop3"));
        figures.put("the same by IMAP", again(application, user, "imap"));
        runs.add(figures);
    }

    private double raw(MailUser user) {
        long start = System.nanoTime();
        try (RawDrop drop = new RawDrop(server.pop3Port(), user)) {
            drop.headers(MESSAGES);
        }
        return since(start);
    }

    private static double page(Person person, String first, long start) {
        String page = first;
        while (Person.rows(page) < ROWS || page.contains("data-pending")) {
            LockSupport.parkNanos(LOOK_NANOS);
            page = person.inbox();
        }
        return since(start);
    }

    private static double filled(Person person, long start) {
        while (Person.isFilling(person.inbox())) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return since(start);
    }

    private static double again(Application application, MailUser user, String protocol) {
        try (Person person = new Person(application.address())) {
            long start = System.nanoTime();
            person.signIn(user, protocol);
            person.inbox();
            return since(start);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private String table(Application application) {
        StringBuilder text =
                new StringBuilder("| what | median | longest |\n| --- | ---: | ---: |\n");
        for (String what : runs.getFirst().keySet()) {
            List<Double> sorted = runs.stream().map(run -> run.get(what)).sorted().toList();
            double median = sorted.get(sorted.size() / 2);
            text.append("| %s | %.2f s | %.2f s |%n".formatted(what, median, sorted.getLast()));
        }
        long resident = application.memory("VmHWM") / 1024;
        return text
                + "| most memory the process ever had (heap at most 256 MiB) | %d MiB | |%n"
                        .formatted(resident);
    }
}
