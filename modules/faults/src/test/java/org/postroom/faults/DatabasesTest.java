package org.postroom.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Postroom says of a database that it cannot use. */
class DatabasesTest {

    private static final String HISTORY =
            """
            INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
              checksum, installed_by, execution_time, success)
            VALUES (%1$d, '%1$d', '%2$s', 'SQL', 'V%1$d.sql', 1, 'a newer one', 1, true)
            """;

    private static Cluster cluster;
    private static Folder folder;
    private static Database primary;
    private static Database standby;

    @BeforeAll
    static void start() {
        cluster = Cluster.shared();
        folder = Folder.create();
        primary = Database.start(folder.path().resolve("primary"));
        standby = primary.standby(folder.path().resolve("standby"));
    }

    @AfterAll
    static void stop() {
        primary.close();
        standby.close();
        folder.close();
    }

    private static String refusal(Map<String, String> environment) {
        try (Replica replica = cluster.replica("refused", environment).start()) {
            assertThat(replica.awaitExit()).isEqualTo(1);
            return replica.said();
        }
    }

    @Test
    void aStandbyIsSaid() {
        assertThat(refusal(Map.of("POSTROOM_DB_URL", standby.url())))
                .contains("Postroom cannot start. The database " + standby.url() + " is a standby");
    }

    @Test
    void aUserWithoutRightsIsSaid() {
        primary.execute("CREATE ROLE guest LOGIN PASSWORD 'guest'", Database.NAME);
        Map<String, String> guest =
                Map.of(
                        "POSTROOM_DB_URL", primary.url(),
                        "POSTROOM_DB_USER", "guest",
                        "POSTROOM_DB_PASSWORD", "guest");
        assertThat(refusal(guest)).contains("The user guest may not make tables in the database");
    }

    @Test
    void aDatabaseThatNeedsANewerProgramIsSaidAndOneThatIsMerelyNewerIsFine() {
        Database database = cluster.database();
        database.execute(HISTORY.formatted(998, "more of this"), Database.NAME);
        try {
            cluster.one().kill();
            cluster.one().awaitReady();
            database.execute(HISTORY.formatted(999, "less of this needs 998"), Database.NAME);
            assertThat(refusal(Map.of()))
                    .contains(
                            "Postroom cannot start. The database was changed by a newer Postroom");
        } finally {
            database.execute(
                    "DELETE FROM flyway_schema_history WHERE installed_rank > 900", Database.NAME);
        }
    }
}
