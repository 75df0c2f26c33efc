package org.postroom.app.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jboss.logging.Logger;

/**
 * Whether this program can work with a database that a newer one has changed. It can, unless a
 * change says which one the program must know at least: {@code V9__less_of_this_needs_7.sql}.
 */
@ApplicationScoped
class SchemaVersion {

    private static final Logger LOG = Logger.getLogger(SchemaVersion.class);
    private static final Pattern NEEDS = Pattern.compile(" needs (\\d+)$");
    private static final int FIRST = 1;
    private static final int EXIT = 1;

    private final Flyway flyway;

    SchemaVersion(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Before anything is done with the database. */
    void check(@Observes @Priority(FIRST) StartupEvent event) {
        Optional<String> change = tooNew(flyway.info().all());
        if (change.isPresent()) {
            LOG.fatalf(
                    "Postroom cannot start. The database was changed by a newer Postroom (%s):"
                            + " install that one again, or one release before it.",
                    change.get());
            // Nothing has begun yet, and an end in good order would wait for it.
            Runtime.getRuntime().halt(EXIT);
        }
    }

    /** A change that is not ours and needs one that is not ours either. */
    static Optional<String> tooNew(MigrationInfo... changes) {
        MigrationVersion newest =
                Arrays.stream(changes)
                        .filter(change -> change.getState().isResolved())
                        .map(MigrationInfo::getVersion)
                        .max(MigrationVersion::compareTo)
                        .orElse(MigrationVersion.EMPTY);
        return Arrays.stream(changes)
                .map(MigrationInfo::getDescription)
                .filter(description -> needed(description).compareTo(newest) > 0)
                .findFirst();
    }

    private static MigrationVersion needed(String description) {
        return NEEDS.matcher(description)
                .results()
                .map((MatchResult found) -> MigrationVersion.fromVersion(found.group(1)))
                .findFirst()
                .orElse(MigrationVersion.EMPTY);
    }
}
