package org.postroom.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseOfTheApplicationTest {

    private static final String WHO_AND_WHERE =
            """
            select d.datname as name, r.rolname as role, r.rolsuper as superuser,
                   d.datlocale as locale, current_setting('data_checksums') as checksums
            from pg_database d, pg_roles r
            where d.datname = current_database() and r.rolname = current_user
            """;

    @Inject DataSource database;

    @Test
    void theApplicationTalksToThePrivatePostgres() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery(WHO_AND_WHERE)) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString("name")).isEqualTo("postroom");
            assertThat(row.getString("role")).isEqualTo("postroom");
            assertThat(row.getBoolean("superuser")).isFalse();
            assertThat(row.getString("locale")).isEqualTo("C.UTF-8");
            assertThat(row.getString("checksums")).isEqualTo("on");
        }
    }
}
