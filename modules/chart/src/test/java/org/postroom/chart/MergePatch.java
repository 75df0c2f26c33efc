package org.postroom.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What Kubernetes makes of a patch: maps are merged, null removes, lists are merged by a key. */
final class MergePatch {

    /** By what the entries of a list are known. */
    private static final List<String> KEYS =
            List.of("name", "mountPath", "containerPort", "topologyKey", "port", "key");

    private MergePatch() {}

    static ObjectNode apply(ObjectNode before, ObjectNode patch) {
        ObjectNode after = before.deepCopy();
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            String field = change.getKey();
            if (field.startsWith("$")) {
                continue; // Orders and kinds of merging; a test looks at what is there, not where.
            }
            if (change.getValue().isNull()) {
                after.remove(field);
            } else {
                after.set(field, merged(after.path(field), change.getValue()));
            }
        }
        return after;
    }

    private static JsonNode merged(JsonNode before, JsonNode change) {
        if (before instanceof ObjectNode object && change instanceof ObjectNode patch) {
            boolean whole = patch.path("$patch").asText().equals("replace");
            return apply(whole ? JsonNodeFactory.instance.objectNode() : object, patch);
        }
        if (before instanceof ArrayNode list && change instanceof ArrayNode patch) {
            return list(list, patch);
        }
        return change;
    }

    private static JsonNode list(ArrayNode before, ArrayNode change) {
        Optional<String> key = KEYS.stream().filter(each -> hasAll(change, each)).findFirst();
        if (key.isEmpty()) {
            return change;
        }
        ArrayNode after = before.deepCopy();
        for (JsonNode entry : change) {
            int place = place(after, key.get(), entry);
            if (entry.path("$patch").asText().equals("delete")) {
                after.remove(place);
            } else if (place < 0) {
                after.add(entry);
            } else {
                after.set(place, merged(after.get(place), entry));
            }
        }
        return after;
    }

    private static boolean hasAll(ArrayNode entries, String key) {
        return StreamSupport.stream(entries.spliterator(), false).allMatch(each -> each.has(key));
    }

    private static int place(ArrayNode entries, String key, JsonNode wanted) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).path(key).equals(wanted.path(key))) {
                return i;
            }
        }
        return -1;
    }
}
