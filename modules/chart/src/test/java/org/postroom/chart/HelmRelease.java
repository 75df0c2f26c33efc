package org.postroom.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** What Helm remembers of a release: JSON, packed and encoded twice. */
record HelmRelease(JsonNode record) {

    static HelmRelease of(String data) {
        byte[] inner = Base64.getDecoder().decode(Base64.getDecoder().decode(data));
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(inner))) {
            String json = new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
            return new HelmRelease(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that was installed, and the hooks. */
    Manifests manifests() {
        String hooks =
                StreamSupport.stream(record.path("hooks").spliterator(), false)
                        .map(hook -> "\n---\n" + hook.path("manifest").asText())
                        .collect(Collectors.joining());
        return new Manifests(record.path("manifest").asText() + hooks);
    }

    String notes() {
        return record.at("/info/notes").asText();
    }

    String status() {
        return record.at("/info/status").asText();
    }
}
