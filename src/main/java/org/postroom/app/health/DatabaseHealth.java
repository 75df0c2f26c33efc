package org.postroom.app.health;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * The database answers, and has the tables of this version. Whoever asks gets an answer soon, also
 * while the database gives none; and only one question at a time waits for it.
 */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {

    private static final String NAME = "database";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String SCHEMA =
            """
            SELECT version FROM flyway_schema_history
            WHERE success ORDER BY installed_rank DESC LIMIT 1
            """;

    private final DataSource database;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable CompletableFuture<String>> asked =
            new AtomicReference<>();

    DatabaseHealth(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            String schema = ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return HealthCheckResponse.named(NAME).withData("schema", schema).up().build();
        } catch (TimeoutException _) {
            return down("It does not answer");
        } catch (ExecutionException _) {
            return down("It cannot be asked"); // its words may name users
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return down("Interrupted");
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private CompletableFuture<String> ask() {
        CompletableFuture<String> pending = asked.get();
        if (pending != null && !pending.isDone()) {
            return pending;
        }
        CompletableFuture<String> question = CompletableFuture.supplyAsync(this::schema, threads);
        asked.set(question);
        return question;
    }

    private String schema() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SCHEMA)) {
            return row.next() ? row.getString(1) : "none";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HealthCheckResponse down(String why) {
        return HealthCheckResponse.named(NAME).withData("why", why).down().build();
    }
}
