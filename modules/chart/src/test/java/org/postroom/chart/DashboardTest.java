package org.postroom.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The dashboard shows every documented metric, and no other. */
class DashboardTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| (\\w+) \\|");

    /** A metric is what has labels in braces behind it. */
    private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{");

    private static final JsonNode DASHBOARD = dashboard();

    @Test
    void everyDocumentedMetricIsShownAndEveryShownOneIsDocumented() {
        Set<String> documented = new TreeSet<>();
        Matcher row = ROW.matcher(Repository.read("docs/metrics.md"));
        while (row.find()) {
            documented.add(row.group(1));
        }

        Set<String> shown = new TreeSet<>();
        expressions().forEach(expression -> shown.addAll(metrics(expression)));
        assertThat(documented).hasSizeGreaterThan(20);
        assertThat(shown).isEqualTo(documented);
    }

    @Test
    void everyPanelAsksForTheChosenReplicas() {
        assertThat(expressions())
                .allSatisfy(
                        expression -> {
                            int asked = expression.split("\\{", -1).length - 1;
                            int chosen =
                                    expression.split(
                                                            Pattern.quote(
                                                                    "{namespace=~\"$namespace\",pod=~\"$pod\""),
                                                            -1)
                                                    .length
                                            - 1;
                            assertThat(chosen).isEqualTo(asked).isPositive();
                        });
    }

    @Test
    void theChartBringsItToGrafana() throws JsonProcessingException {
        ConfigMap map =
                Chart.render("dashboard: {enabled: true}")
                        .named(ConfigMap.class, Chart.NAME + "-dashboard");

        assertThat(map.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
        assertThat(new ObjectMapper().readTree(map.getData().get("postroom.json")))
                .isEqualTo(DASHBOARD);
    }

    @Test
    void noTwoPanelsHaveOneNumberOrOnePlace() {
        List<JsonNode> panels = panels();

        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
        assertThat(panels)
                .extracting(
                        panel ->
                                panel.at("/gridPos/x").asText()
                                        + "/"
                                        + panel.at("/gridPos/y").asText())
                .doesNotHaveDuplicates();
    }

    /** A histogram or summary is documented by its name without what is appended. */
    private static Set<String> metrics(String expression) {
        Set<String> found = new TreeSet<>();
        Matcher metric = METRIC.matcher(expression);
        while (metric.find()) {
            found.add(metric.group(1).replaceFirst("_seconds_(bucket|count|sum|max)$", "_seconds"));
        }
        return found;
    }

    private static List<String> expressions() {
        return panels().stream()
                .flatMap(panel -> StreamSupport.stream(panel.path("targets").spliterator(), false))
                .map(target -> target.path("expr").asText())
                .toList();
    }

    private static List<JsonNode> panels() {
        return StreamSupport.stream(DASHBOARD.path("panels").spliterator(), false).toList();
    }

    private static JsonNode dashboard() {
        try {
            return new ObjectMapper().readTree(Repository.read("helm/dashboards/postroom.json"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
