package org.postroom.app.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.postroom.app.database.PrivateDatabase;
import org.postroom.app.wiring.Startup;

/** Room for what the private PostgreSQL writes next; without any it would stop. */
@Readiness
@ApplicationScoped
class DiskHealth implements HealthCheck {

    private static final String NAME = "disk";
    private static final long LEAST_MIB = 32;

    @Override
    public HealthCheckResponse call() {
        Optional<PrivateDatabase> database = Startup.privateDatabase();
        return database.isEmpty() ? HealthCheckResponse.up(NAME) : of(database.get());
    }

    private static HealthCheckResponse of(PrivateDatabase database) {
        try {
            long free = Files.getFileStore(database.directory().path()).getUsableSpace() >> 20;
            return HealthCheckResponse.named(NAME)
                    .withData("free MiB", free)
                    .status(free >= LEAST_MIB)
                    .build();
        } catch (IOException _) {
            return HealthCheckResponse.named(NAME).withData("why", "unreadable").down().build();
        }
    }
}
