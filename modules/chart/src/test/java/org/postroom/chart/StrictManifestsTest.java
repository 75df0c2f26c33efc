package org.postroom.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every switch renders to manifests that Kubernetes understands to the last field. */
class StrictManifestsTest {

    @Test
    void helmFindsNothingToComplainAbout() {
        var lint = Chart.ofProject().lint();

        assertThat(lint.isFailed()).as(lint.getMessages().toString()).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> everySwitchMakesKnownFieldsOnly() {
        return Switches.all().entrySet().stream()
                .map(
                        each ->
                                DynamicTest.dynamicTest(
                                        each.getKey(),
                                        () -> {
                                            Manifests manifests = Chart.render(each.getValue());
                                            assertThat(manifests.all()).isNotEmpty();
                                            namesAndLabelsAreWhole(manifests);
                                        }));
    }

    @Test
    void theSwitchesMakeEveryKind() {
        Set<Class<?>> made = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
        Switches.all().values().stream()
                .flatMap(values -> Chart.render(values).all().stream())
                .forEach(each -> made.add(each.getClass()));

        assertThat(made).containsExactlyInAnyOrderElementsOf(StrictModels.KINDS.values());
    }

    @Test
    void newerKubernetesIsWelcomeAndOlderIsNot() {
        Chart chart = Chart.ofProject();

        assertThat(chart.text(Chart.IMAGE, "1.35.2-gke.100")).contains("kind: Deployment");
        assertThatThrownBy(() -> chart.text(Chart.IMAGE, "1.28.9")).hasMessageContaining("1.29.0");
    }

    @Test
    void aMisspeltFieldWouldBeSeen() {
        var service = Map.<String, Object>of("apiVersion", "v1", "kind", "Service");

        assertThatThrownBy(() -> StrictModels.read(with(service, Map.of("prots", "x"))))
                .hasMessageContaining("prots");
        assertThatThrownBy(
                        () ->
                                StrictModels.read(
                                        with(service, Map.of("selector", Map.of("a", true)))))
                .hasMessageContaining("Boolean");
        assertThatThrownBy(
                        () -> StrictModels.read(with(service, Map.of("healthCheckNodePort", "1"))))
                .hasMessageContaining("String");
    }

    private static Map<String, Object> with(Map<String, Object> document, Map<String, ?> spec) {
        var whole = new java.util.HashMap<String, Object>(document);
        whole.put("spec", spec);
        return whole;
    }

    private static void namesAndLabelsAreWhole(Manifests manifests) {
        for (HasMetadata each : manifests.all()) {
            var metadata = each.getMetadata();
            assertThat(metadata.getName()).matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
            assertThat(metadata.getLabels())
                    .containsKeys(
                            "app.kubernetes.io/name",
                            "app.kubernetes.io/instance",
                            "app.kubernetes.io/version",
                            "app.kubernetes.io/managed-by",
                            "helm.sh/chart");
        }
        assertThat(manifests.all().stream().map(Chart::identity)).doesNotHaveDuplicates();
    }
}
