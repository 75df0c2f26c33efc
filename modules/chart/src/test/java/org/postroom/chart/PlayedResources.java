package org.postroom.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a played cluster holds, by plural and name. */
final class PlayedResources {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Kinds and fields (a JSON pointer) that an API server lets nobody change. */
    private static final Map<String, List<String>> IMMUTABLE =
            Map.of(
                    "Deployment", List.of("/spec/selector"),
                    "Service", List.of("/spec/clusterIP"),
                    "Secret", List.of("/type"),
                    "PersistentVolumeClaim",
                            List.of("/spec/accessModes", "/spec/storageClassName"));

    private final Map<String, ObjectNode> held = new TreeMap<>();

    record Answer(int status, JsonNode body) {}

    synchronized Optional<JsonNode> find(String kind, String name) {
        return held.values().stream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .filter(each -> name(each).equals(name))
                .map(each -> (JsonNode) each)
                .findFirst();
    }

    synchronized Answer read(String plural, String name, String query) {
        if (name.isEmpty()) {
            return new Answer(200, list(plural, query));
        }
        ObjectNode found = held.get(plural + "/" + name);
        return found == null ? status(404, "NotFound", name) : new Answer(200, found);
    }

    synchronized Answer create(String plural, ObjectNode body) {
        if (held.containsKey(plural + "/" + name(body))) {
            return status(409, "AlreadyExists", name(body));
        }
        return keep(201, plural, body);
    }

    synchronized Answer replace(String plural, String name, ObjectNode body) {
        ObjectNode before = held.get(plural + "/" + name);
        if (before == null) {
            return status(404, "NotFound", name);
        }
        for (String field : IMMUTABLE.getOrDefault(body.path("kind").asText(), List.of())) {
            if (!before.at(field).equals(body.at(field))) {
                return status(422, "Invalid", field + " of " + name + ": field is immutable");
            }
        }
        return keep(200, plural, body);
    }

    synchronized Answer patch(String plural, String name, ObjectNode patch) {
        ObjectNode before = held.get(plural + "/" + name);
        return before == null
                ? status(404, "NotFound", name)
                : replace(plural, name, MergePatch.apply(before, patch));
    }

    synchronized Answer delete(String plural, String name) {
        return held.remove(plural + "/" + name) == null
                ? status(404, "NotFound", name)
                : new Answer(200, JSON.objectNode().put("kind", "Status").put("status", "Success"));
    }

    private Answer keep(int status, String plural, ObjectNode body) {
        try {
            StrictModels.read(MAPPER.convertValue(body, new Document()));
        } catch (IllegalArgumentException e) {
            return status(400, "BadRequest", e.toString());
        }
        held.put(plural + "/" + name(body), body);
        return new Answer(status, body);
    }

    private JsonNode list(String plural, String query) {
        ObjectNode list = JSON.objectNode().put("apiVersion", "v1").put("kind", "SecretList");
        var items = list.putArray("items");
        held.forEach(
                (key, each) -> {
                    if (key.startsWith(plural + "/") && isWanted(each, query)) {
                        items.add(each);
                    }
                });
        return list;
    }

    private static boolean isWanted(ObjectNode each, String query) {
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith("labelSelector="))
                .flatMap(
                        part -> Arrays.stream(part.substring("labelSelector=".length()).split(",")))
                .map(label -> label.split("=", 2))
                .allMatch(
                        label ->
                                each.at("/metadata/labels")
                                        .path(label[0])
                                        .asText()
                                        .equals(label[1]));
    }

    static Answer status(int code, String reason, String message) {
        return new Answer(
                code,
                JSON.objectNode()
                        .put("apiVersion", "v1")
                        .put("kind", "Status")
                        .put("status", "Failure")
                        .put("reason", reason)
                        .put("message", message)
                        .put("code", code));
    }

    private static String name(JsonNode document) {
        return document.at("/metadata/name").asText();
    }

    private static final class Document
            extends com.fasterxml.jackson.core.type.TypeReference<Map<String, Object>> {}
}
