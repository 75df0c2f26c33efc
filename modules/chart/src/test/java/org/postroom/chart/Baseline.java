package org.postroom.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes down what the chart makes at a release, for the next versions to be compared with
 * (UpgradeTest). The command stands in CONTRIBUTING.md.
 */
final class Baseline {

    static final Path FOLDER = Repository.file("modules/chart/src/test/resources/released");

    private static final Map<String, String> CASES =
            Map.of(
                    "private-database",
                    Chart.IMAGE,
                    "replicas",
                    Chart.IMAGE + Chart.DATABASE + "replicaCount: 3\n",
                    "everything",
                    Switches.EVERYTHING.replace("dashboard: {enabled: true}\n", ""));

    private Baseline() {}

    /** Writes all cases anew; called at a release only. */
    public static void main(String... arguments) {
        CASES.forEach(Baseline::write);
        System.exit(0); // Helm's library keeps threads of its own.
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String name, String values) {
        try {
            Path folder = Files.createDirectories(FOLDER.resolve(name));
            Files.writeString(folder.resolve("values.yaml"), values);
            Files.writeString(
                    folder.resolve("manifests.yaml"), withoutSecrets(Chart.render(values).text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A generated secret is another one each time, and in no repository. */
    private static String withoutSecrets(String manifests) {
        return manifests.replaceAll("(?m)^  secret: \".*\"$", "  secret: \"\"");
    }
}
