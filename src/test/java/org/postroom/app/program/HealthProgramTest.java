package org.postroom.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.app.database.DatabaseForProgram;
import org.postroom.app.support.Patience;

/** What a replica says of itself when its database is away. */
class HealthProgramTest {

    @Test
    void withoutItsDatabaseItIsAliveAndNotReadyAndSaysWhy() throws IOException {
        try (DatabaseForProgram database = DatabaseForProgram.start();
                Program program = Program.start(configuration(database))) {
            database.close();
            Patience.until("not ready", () -> program.status("/q/health/ready") == 503);

            Response ready = program.managed("/q/health/ready");
            assertThat(ready.jsonPath().getString("checks.find { it.name == 'database' }.status"))
                    .isEqualTo("DOWN");
            assertThat(ready.jsonPath().getList("checks.findAll { it.status == 'DOWN' }"))
                    .hasSize(1);
            assertThat(program.status("/q/health/live")).isEqualTo(200);
            assertThat(program.status("/q/metrics")).isEqualTo(200);
        }
    }

    private static Map<String, String> configuration(DatabaseForProgram database) {
        return Map.of(
                "POSTROOM_IMAP_URL", "imaps://127.0.0.1:1",
                "POSTROOM_DB_URL", database.access().url(),
                "POSTROOM_DB_USER", database.access().user(),
                "POSTROOM_DB_PASSWORD", database.access().password());
    }
}
