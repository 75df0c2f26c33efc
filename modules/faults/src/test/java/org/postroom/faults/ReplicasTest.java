package org.postroom.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postroom.testing.corpus.Corpus;
import org.postroom.testing.corpus.PlainMail;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;

/** Whoever is signed in on one replica is signed in on all, also when the one is killed. */
class ReplicasTest {

    private static final String INBOX = "/mailbox?name=INBOX";
    private static final String ARCHIVE = "/mailbox?name=Archive";

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.shared();
    }

    @AfterEach
    void bothAreThereAgain() {
        cluster.replicas().forEach(Replica::awaitReady);
    }

    private static MailUser somebody(int messages) {
        MailUser user = cluster.mail().newUser();
        cluster.mail().fill(user, "INBOX", Corpus.plain(1, messages));
        return user;
    }

    private static Client signedIn(MailUser user, Replica replica, String protocol) {
        Client client = new Client(replica.address());
        Answer answer = client.signIn(user, protocol);
        assertThat(answer.leadsOn()).as("%s", answer).isTrue();
        return client;
    }

    private static Map<String, String> form(Row row, String name, String value) {
        return Map.of("in", "INBOX", "message", row.id(), name, value, "back", INBOX);
    }

    @Test
    void aSessionOfAKilledReplicaGoesOnOnTheOther() {
        MailUser user = somebody(12);
        Client person = signedIn(user, cluster.one(), "imap");
        Row first = Row.of(person.page(INBOX)).getFirst();
        Answer starred = person.post("/changes", form(first, "action", "star"));
        assertThat(starred.leadsOn()).as("%s", starred).isTrue();
        Answer moved = person.post("/changes", form(first, "action", "archive"));
        assertThat(moved.done(0)).as("%s", moved).isEqualTo("archive");

        cluster.one().kill();
        person.at(cluster.two().address());
        assertThat(Row.of(person.page(INBOX))).hasSize(11);
        Row archived = Row.of(person.page(ARCHIVE), first.subject());
        assertThat(archived.starred()).isTrue();
        assertThat(person.page(archived.url()).select("[data-testid=message-subject]").text())
                .isEqualTo(first.subject());
        Answer undone = person.post("/undo", Map.of("undo", moved.done(4), "back", INBOX));
        assertThat(undone.done(0)).as("%s", undone).isEqualTo("undone");
        assertThat(Row.of(person.page(INBOX), first.subject()).starred()).isTrue();
        assertThat(Row.of(person.page(ARCHIVE))).isEmpty();
    }

    @Test
    void aFormOfOneReplicaIsTakenByTheOther() {
        Client person = new Client(cluster.one().address());
        MailUser user = somebody(1);
        person.get("/login");
        Map<String, String> fields =
                Map.of("username", user.login(), "password", user.password(), "protocol", "imap");
        assertThat(person.at(cluster.two().address()).post("/login", fields).leadsOn()).isTrue();
        Row row = Row.of(person.page(INBOX)).getFirst();
        person.at(cluster.one().address());
        assertThat(person.post("/changes", form(row, "action", "star")).leadsOn()).isTrue();
        assertThat(person.post("/logout", Map.of()).asksToSignIn()).isTrue();
        assertThat(person.at(cluster.two().address()).get(INBOX).asksToSignIn()).isTrue();
    }

    @Test
    void guessesAreCountedTogether() {
        MailUser user = somebody(0);
        MailUser guess = new MailUser(user.login(), "guessed");
        List<Integer> statuses =
                IntStream.range(0, 6)
                        .mapToObj(i -> cluster.replicas().get(i % 2))
                        .map(replica -> new Client(replica.address()).signIn(guess, "imap"))
                        .map(Answer::status)
                        .toList();
        assertThat(statuses).containsExactly(401, 401, 401, 401, 401, 429);
    }

    @Test
    void workOfAKilledReplicaIsSaidToHaveStoppedAndNothingIsDoneTwice() {
        int count = 3_000;
        MailUser user = somebody(count);
        Client person = signedIn(user, cluster.one(), "imap");
        String job = begunAndKilled(person);
        person.at(cluster.two().address());
        Ports.await("the end of the job", () -> isOver(person.page(job)));
        assertThat(person.page(job).select(".job p").text()).contains("was interrupted");
        try (RawImap other = cluster.mail().connect(user)) {
            Set<String> inbox = subjects(other, "INBOX");
            Set<String> archive = subjects(other, "Archive");
            assertThat(archive).isNotEmpty().doesNotContainAnyElementsOf(inbox);
            assertThat(inbox.size() + archive.size()).isEqualTo(count);
            assertThat(other.count("INBOX") + other.count("Archive")).isEqualTo(count);
        }
    }

    /** Begins to archive everything; the replica is killed in the midst of it. */
    private static String begunAndKilled(Client person) {
        person.page(INBOX);
        cluster.imap().forgetCommands();
        Map<String, String> everything =
                Map.of("in", "INBOX", "select", "all", "action", "archive", "back", INBOX);
        Answer begun = person.post("/changes", everything);
        assertThat(begun.location()).contains("/jobs/");
        Ports.await("the second window", () -> cluster.imap().count("UID MOVE") > 1);
        cluster.imap().stall();
        cluster.one().kill();
        cluster.imap().resume();
        return begun.location().replaceFirst("https?://[^/]*", "");
    }

    private static boolean isOver(Document job) {
        return job.select("[data-testid=stop-job]").isEmpty();
    }

    private static Set<String> subjects(RawImap client, String mailbox) {
        client.select(mailbox);
        return client
                .send("UID FETCH 1:* (BODY.PEEK[HEADER.FIELDS (SUBJECT)])")
                .orThrow()
                .untagged()
                .stream()
                .filter(line -> line.contains("Subject:"))
                .map(line -> line.replaceAll("(?s).*Subject: (.*?)\r.*", "$1"))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Test
    void aMaildropGoesOnWithTheNextRequestAfterItsReplicaWasKilled() {
        MailUser user = somebody(3);
        Client person = signedIn(user, cluster.one(), "pop3");
        Ports.await("three messages", () -> Row.of(person.page(INBOX)).size() == 3);
        // In the midst of a session with the drop: its lease stays behind.
        int sessions = cluster.pop3().connectionCount();
        cluster.pop3().stall();
        person.post("/account/checks", Map.of("back", INBOX));
        Ports.await("a session", () -> cluster.pop3().connectionCount() > sessions);
        cluster.one().kill();
        cluster.pop3().resume();
        cluster.mail().fill(user, "INBOX", Corpus.plain(2, 1));
        person.at(cluster.two().address());
        Ports.await("new mail", () -> Row.of(person.page(INBOX)).size() == 4);
        assertThat(Row.of(person.page(INBOX)).stream().map(Row::subject))
                .contains(PlainMail.of(2, 0).subject())
                .doesNotHaveDuplicates();
    }
}
