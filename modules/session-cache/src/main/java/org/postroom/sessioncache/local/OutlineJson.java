package org.postroom.sessioncache.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.postroom.protocol.MailException.StorageFailed;
import org.postroom.protocol.PartPath;
import org.postroom.protocol.Section;
import org.postroom.protocol.Section.Text;
import org.postroom.protocol.mime.MessageOutline;
import org.postroom.protocol.mime.Stretch;

/**
 * An outline as text, for a column of its own: {@code v} is the oldest version of this form whose
 * readers understand it, and fields that a reader does not know are passed over.
 */
final class OutlineJson {

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private OutlineJson() {}

    /** The text of an outline. */
    static String write(MessageOutline outline) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("v", VERSION);
        node.put("size", outline.size());
        node.set("structure", StructureJson.write(outline.structure()));
        ObjectNode sections = node.putObject("sections");
        outline.sections()
                .forEach(
                        (section, stretch) ->
                                sections.putArray(name(section))
                                        .add(stretch.offset())
                                        .add(stretch.length()));
        return node.toString();
    }

    private static String name(Section section) {
        return section.path() + "/" + section.text().name();
    }

    /**
     * The outline of a text that was written here.
     *
     * @throws StorageFailed when it is none, or one of a later form
     */
    static MessageOutline read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.path("v").asInt(Integer.MAX_VALUE) > VERSION) {
                throw new StorageFailed("A later version wrote this outline", null);
            }
            return new MessageOutline(
                    node.path("size").asLong(),
                    StructureJson.read(node.path("structure")),
                    sections(node.path("sections")));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new StorageFailed("An outline cannot be read", e);
        }
    }

    private static Map<Section, Stretch> sections(JsonNode node) {
        Map<Section, Stretch> sections = new HashMap<>();
        node.properties()
                .forEach(
                        one ->
                                sections.put(
                                        section(one.getKey()),
                                        new Stretch(
                                                one.getValue().path(0).asLong(),
                                                one.getValue().path(1).asLong())));
        return sections;
    }

    private static Section section(String name) {
        int slash = name.indexOf('/');
        return new Section(
                new PartPath(name.substring(0, Math.max(0, slash))),
                Text.valueOf(name.substring(slash + 1)));
    }
}
