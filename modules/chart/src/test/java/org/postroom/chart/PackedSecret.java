package org.postroom.chart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Secrets in which Helm keeps its releases come as protocol buffers; of their messages only the
 * fields that Helm fills are read here, by their numbers in k8s.io/api/core/v1/generated.proto.
 */
final class PackedSecret {

    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final int LENGTH_DELIMITED = 2;

    private PackedSecret() {}

    static boolean isPacked(byte[] body) {
        return body.length > MAGIC.length
                && ByteBuffer.wrap(body, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    static ObjectNode unpack(byte[] body) {
        Message envelope =
                Message.of(ByteBuffer.wrap(body, MAGIC.length, body.length - MAGIC.length));
        Message secret = Message.of(envelope.first(2));
        Message metadata = Message.of(secret.first(1));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("apiVersion", "v1").put("kind", "Secret").put("type", text(secret.first(3)));
        ObjectNode name = json.putObject("metadata").put("name", text(metadata.first(1)));
        ObjectNode labels = name.putObject("labels");
        metadata.entries(11).forEach((key, value) -> labels.put(key, text(value)));
        ObjectNode data = json.putObject("data");
        secret.entries(2).forEach((key, value) -> data.put(key, base64(value)));
        return json;
    }

    private static String text(ByteBuffer value) {
        return StandardCharsets.UTF_8.decode(value.duplicate()).toString();
    }

    private static String base64(ByteBuffer value) {
        ByteBuffer encoded = Base64.getEncoder().encode(value.duplicate());
        return StandardCharsets.US_ASCII.decode(encoded).toString();
    }

    /** The fields that have a length, by their number; numbers are passed over. */
    private record Message(Map<Integer, List<ByteBuffer>> fields) {

        static Message of(ByteBuffer packed) {
            Map<Integer, List<ByteBuffer>> fields = new TreeMap<>();
            ByteBuffer rest = packed.slice();
            while (rest.hasRemaining()) {
                int tag = number(rest);
                int value = number(rest);
                if ((tag & 7) == LENGTH_DELIMITED) {
                    ByteBuffer field = rest.slice(rest.position(), value);
                    fields.computeIfAbsent(tag >>> 3, _ -> new ArrayList<>()).add(field);
                    rest.position(rest.position() + value);
                }
            }
            return new Message(fields);
        }

        List<ByteBuffer> all(int field) {
            return fields.getOrDefault(field, List.of());
        }

        ByteBuffer first(int field) {
            return all(field).getFirst();
        }

        Map<String, ByteBuffer> entries(int field) {
            Map<String, ByteBuffer> entries = new TreeMap<>();
            for (ByteBuffer each : all(field)) {
                Message entry = of(each);
                entries.put(text(entry.first(1)), entry.first(2));
            }
            return entries;
        }

        private static int number(ByteBuffer packed) {
            int number = 0;
            int shift = 0;
            byte part;
            do {
                part = packed.get();
                number |= (part & 0x7f) << shift;
                shift += 7;
            } while (part < 0);
            return number;
        }
    }
}
