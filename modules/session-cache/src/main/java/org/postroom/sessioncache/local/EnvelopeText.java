package org.postroom.sessioncache.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.postroom.protocol.Address;
import org.postroom.protocol.Envelope;
import org.postroom.protocol.MessageId;

/** An envelope as text, for a column of its own. */
final class EnvelopeText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EnvelopeText() {}

    static String write(Envelope envelope) {
        return node(envelope).toString();
    }

    static ObjectNode node(Envelope envelope) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        envelope.date().ifPresent(date -> node.put("date", date.getEpochSecond()));
        node.put("subject", envelope.subject());
        put(node, "from", envelope.from());
        put(node, "sender", envelope.sender());
        put(node, "replyTo", envelope.replyTo());
        put(node, "to", envelope.to());
        put(node, "cc", envelope.cc());
        put(node, "bcc", envelope.bcc());
        envelope.inReplyTo().ifPresent(id -> node.put("inReplyTo", id.value()));
        envelope.messageId().ifPresent(id -> node.put("messageId", id.value()));
        return node;
    }

    // What is not there is not written: most messages have none of most of it.
    private static void put(ObjectNode node, String field, List<Address> addresses) {
        if (!addresses.isEmpty()) {
            ArrayNode all = node.putArray(field);
            addresses.forEach(address -> all.addArray().add(address.name()).add(address.mail()));
        }
    }

    static Envelope read(String text) {
        return read(parsed(text));
    }

    static Envelope read(JsonNode node) {
        return new Envelope(
                field(node, "date").map(date -> Instant.ofEpochSecond(date.asLong())),
                node.path("subject").asText(),
                addresses(node, "from"),
                addresses(node, "sender"),
                addresses(node, "replyTo"),
                addresses(node, "to"),
                addresses(node, "cc"),
                addresses(node, "bcc"),
                id(node, "inReplyTo"),
                id(node, "messageId"));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An envelope was written that cannot be read", e);
        }
    }

    private static List<Address> addresses(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false)
                .map(pair -> new Address(pair.path(0).asText(), pair.path(1).asText()))
                .toList();
    }

    private static Optional<MessageId> id(JsonNode node, String field) {
        return field(node, field).map(id -> new MessageId(id.asText()));
    }

    private static Optional<JsonNode> field(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name));
    }
}
