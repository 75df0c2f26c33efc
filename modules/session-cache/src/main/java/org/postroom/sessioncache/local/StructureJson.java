package org.postroom.sessioncache.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.BodyStructure.MessagePart;
import org.postroom.protocol.BodyStructure.MultiPart;
import org.postroom.protocol.BodyStructure.SinglePart;
import org.postroom.protocol.ContentType;
import org.postroom.protocol.Disposition;
import org.postroom.protocol.PartPath;

/**
 * The tree of a message's parts within {@link OutlineJson}. A part that has {@code parts} is a
 * multipart, one that has a {@code body} a message.
 */
final class StructureJson {

    private StructureJson() {}

    static ObjectNode write(BodyStructure part) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("path", part.path().value());
        node.put("type", part.type().essence());
        put(node, "parameters", part.type().parameters());
        part.disposition()
                .ifPresent(
                        disposition -> {
                            node.put("disposition", disposition.value());
                            put(node, "dispositionParameters", disposition.parameters());
                        });
        switch (part) {
            case SinglePart single -> single(node, single);
            case MultiPart multi -> multi(node, multi);
            case MessagePart message -> message(node, message);
        }
        return node;
    }

    private static void put(ObjectNode node, String field, Map<String, String> parameters) {
        if (!parameters.isEmpty()) {
            ObjectNode all = node.putObject(field);
            parameters.forEach(all::put);
        }
    }

    private static void single(ObjectNode node, SinglePart part) {
        node.put("encoding", part.encoding());
        part.contentId().ifPresent(id -> node.put("id", id));
        node.put("size", part.size());
    }

    private static void multi(ObjectNode node, MultiPart part) {
        ArrayNode parts = node.putArray("parts");
        part.parts().forEach(child -> parts.add(write(child)));
    }

    private static void message(ObjectNode node, MessagePart part) {
        node.put("encoding", part.encoding());
        node.put("size", part.size());
        node.set("envelope", EnvelopeText.node(part.envelope()));
        node.set("body", write(part.body()));
    }

    static BodyStructure read(JsonNode node) {
        if (node.has("parts")) {
            return multi(node);
        }
        return node.has("body") ? message(node) : single(node);
    }

    private static MultiPart multi(JsonNode node) {
        List<BodyStructure> parts = new ArrayList<>();
        node.path("parts").forEach(child -> parts.add(read(child)));
        return new MultiPart(path(node), type(node), disposition(node), parts);
    }

    private static MessagePart message(JsonNode node) {
        return new MessagePart(
                path(node),
                type(node),
                disposition(node),
                node.path("encoding").asText(),
                node.path("size").asLong(),
                EnvelopeText.read(node.path("envelope")),
                read(node.path("body")));
    }

    private static SinglePart single(JsonNode node) {
        return new SinglePart(
                path(node),
                type(node),
                disposition(node),
                node.path("encoding").asText(),
                text(node, "id"),
                node.path("size").asLong());
    }

    private static PartPath path(JsonNode node) {
        return new PartPath(node.path("path").asText());
    }

    private static ContentType type(JsonNode node) {
        String essence = node.path("type").asText();
        int slash = Math.max(0, essence.indexOf('/'));
        return new ContentType(
                essence.substring(0, slash),
                essence.substring(slash + 1),
                parameters(node.path("parameters")));
    }

    private static Optional<Disposition> disposition(JsonNode node) {
        return text(node, "disposition")
                .map(v -> new Disposition(v, parameters(node.path("dispositionParameters"))));
    }

    private static Map<String, String> parameters(JsonNode node) {
        Map<String, String> parameters = new HashMap<>();
        node.properties().forEach(one -> parameters.put(one.getKey(), one.getValue().asText()));
        return parameters;
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
    }
}
