package org.postroom.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** values.yaml, its schema and its table in the README are about the same values. */
class ValuesTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| (.*) \\| (.*) \\|$");

    /** Maps that are values themselves, and not places for values with names of their own. */
    private static final Set<String> WHOLE =
            Set.of("resources.requests", "resources.limits", "dashboard.labels");

    @Test
    void theTableOfTheReadmeHasEveryValueWithItsDefault() {
        Map<String, String> table = new TreeMap<>();
        for (String line : Repository.read("helm/README.md").lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                assertThat(row.group(2)).as(row.group(1)).isNotBlank();
                table.put(row.group(1), row.group(3).replace("`", "").strip());
            }
        }

        Map<String, String> values = new TreeMap<>();
        values().forEach((name, value) -> values.put(name, written(value)));
        assertThat(table).isEqualTo(values);
    }

    @Test
    void theSchemaKnowsEveryValueAndNoOther() throws JsonProcessingException {
        JsonNode schema = new ObjectMapper().readTree(Repository.read("helm/values.schema.json"));
        Set<String> known = new TreeSet<>();
        names(schema, "", known);
        known.remove("global");

        assertThat(known).isEqualTo(values().keySet());
    }

    @Test
    void theVersionIsThatOfTheApplication() {
        Map<String, Object> chart = Yaml.map(Repository.read("helm/Chart.yaml"));
        Matcher version =
                Pattern.compile("<artifactId>postroom-parent</artifactId>\\s*<version>([0-9.]+)")
                        .matcher(Repository.read("pom.xml"));

        assertThat(version.find()).isTrue();
        assertThat(chart).containsEntry("appVersion", version.group(1));
        assertThat(chart).containsEntry("kubeVersion", ">=1.29.0-0");
    }

    /** Every value by its name with dots. */
    private static Map<String, Object> values() {
        Map<String, Object> flat = new TreeMap<>();
        flatten("", Yaml.map(Repository.read("helm/values.yaml")), flat);
        return flat;
    }

    @SuppressWarnings("unchecked")
    private static void flatten(String prefix, Map<String, Object> values, Map<String, Object> to) {
        values.forEach(
                (key, value) -> {
                    String name = prefix + key;
                    if (value instanceof Map<?, ?> map && !map.isEmpty() && !WHOLE.contains(name)) {
                        flatten(name + ".", (Map<String, Object>) map, to);
                    } else {
                        to.put(name, value == null ? "" : value);
                    }
                });
    }

    private static String written(Object value) {
        return switch (value) {
            case String text -> text;
            case Map<?, ?> map when map.isEmpty() -> "{}";
            case List<?> list when list.isEmpty() -> "[]";
            case Map<?, ?> _, List<?> _ -> "see values.yaml";
            default -> value.toString();
        };
    }

    private static void names(JsonNode schema, String prefix, Set<String> to) {
        schema.path("properties")
                .properties()
                .forEach(
                        property -> {
                            String name = prefix + property.getKey();
                            JsonNode below = property.getValue();
                            if (below.has("properties") && !WHOLE.contains(name)) {
                                assertThat(below.path("additionalProperties").isBoolean())
                                        .as(name)
                                        .isTrue();
                                names(below, name + ".", to);
                            } else {
                                to.add(name);
                            }
                        });
    }
}
