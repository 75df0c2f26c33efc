package org.postroom.app.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.postroom.app.wiring.Startup;

/**
 * The private PostgreSQL runs, where there is one. When it has ended only a new start of Postroom
 * starts it again: then this process is beyond help.
 */
@Readiness
@Liveness
@ApplicationScoped
class PrivatePostgresHealth implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        boolean runs =
                Startup.privateDatabase().map(database -> database.server().runs()).orElse(true);
        return HealthCheckResponse.named("private-postgresql").status(runs).build();
    }
}
