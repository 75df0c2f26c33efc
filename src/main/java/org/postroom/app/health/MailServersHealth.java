package org.postroom.app.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.postroom.app.telemetry.SeenServers;

/**
 * How the operator's mail servers answered last. That is told and changes nothing: no other replica
 * would have a better one, and people with other servers go on.
 */
@Readiness
@ApplicationScoped
class MailServersHealth implements HealthCheck {

    private final SeenServers servers;

    MailServersHealth(SeenServers servers) {
        this.servers = servers;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder told = HealthCheckResponse.named("mail-servers").up();
        servers.answering()
                .forEach(
                        (server, answers) ->
                                told.withData(server, answers ? "answers" : "does not answer"));
        return told.build();
    }
}
