package org.postroom.testing.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A configuration file among the resources, with words between @ signs to be filled in. */
final class ResourceTemplate {
    private ResourceTemplate() {}

    static String fill(String resource, Map<String, ?> words) {
        var text = read(resource);
        for (var word : words.entrySet()) {
            text = text.replace("@" + word.getKey() + "@", word.getValue().toString());
        }
        return text;
    }

    private static String read(String resource) {
        try (var in = ResourceTemplate.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
