package org.postroom.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever has the last released version can go to this one: with the same values, nothing that
 * Kubernetes lets nobody change is another. What was released stands in
 * src/test/resources/released, a folder for each case with values.yaml and manifests.yaml; Baseline
 * writes it at a release.
 */
class UpgradeTest {

    /** Kinds and fields (a JSON pointer) that cannot change once they are there. */
    private static final Map<String, List<String>> IMMUTABLE =
            Map.of(
                    "Deployment", List.of("/spec/selector"),
                    "PersistentVolumeClaim",
                            List.of(
                                    "/spec/accessModes",
                                    "/spec/storageClassName",
                                    "/spec/volumeMode"),
                    "Secret", List.of("/type"),
                    "Service", List.of("/spec/clusterIP", "/spec/type"));

    static Collection<Path> released() {
        try (Stream<Path> cases = Files.list(Baseline.FOLDER)) {
            return cases.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void whatCannotChangeDoesNot(Path released) {
        Map<String, JsonNode> before = byName(Baseline.read(released.resolve("manifests.yaml")));
        Map<String, JsonNode> after = byName(rendered(released));

        before.forEach(
                (name, manifest) -> {
                    String kind = manifest.path("kind").asText();
                    for (String field : IMMUTABLE.getOrDefault(kind, List.of())) {
                        assertThat(after.getOrDefault(name, manifest).at(field))
                                .as("%s of %s", field, name)
                                .isEqualTo(manifest.at(field));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("released")
    void whatHoldsDataIsStillThere(Path released) {
        assertThat(byName(rendered(released)).keySet())
                .containsAll(
                        byName(Baseline.read(released.resolve("manifests.yaml"))).keySet().stream()
                                .filter(name -> name.matches("(PersistentVolumeClaim|Secret)/.*"))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("released")
    void podsOfBothVersionsAreFoundByTheSameServices(Path released) {
        Map<String, JsonNode> before = byName(Baseline.read(released.resolve("manifests.yaml")));
        Map<String, JsonNode> after = byName(rendered(released));

        assertThat(selectors(after)).containsAllEntriesOf(selectors(before));
    }

    private static Map<String, JsonNode> selectors(Map<String, JsonNode> manifests) {
        Map<String, JsonNode> selectors = new TreeMap<>();
        manifests.forEach(
                (name, manifest) -> {
                    if (name.startsWith("Service/")) {
                        selectors.put(name, manifest.at("/spec/selector"));
                    }
                });
        return selectors;
    }

    private static String rendered(Path released) {
        return Chart.ofProject().manifests(Baseline.read(released.resolve("values.yaml"))).text();
    }

    private static Map<String, JsonNode> byName(String manifests) {
        Map<String, JsonNode> found = new TreeMap<>();
        for (Map<String, Object> document : Yaml.documents(manifests)) {
            JsonNode manifest = new ObjectMapper().valueToTree(document);
            found.put(
                    manifest.path("kind").asText() + "/" + manifest.at("/metadata/name").asText(),
                    manifest);
        }
        assertThat(found).isNotEmpty();
        return found;
    }
}
