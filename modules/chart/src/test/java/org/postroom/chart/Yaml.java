package org.postroom.chart;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as maps, lists and scalars; a key that stands twice is an error. */
final class Yaml {

    private Yaml() {}

    static Map<String, Object> map(String text) {
        return loader().load(text);
    }

    /** The documents of a stream, without those that are empty. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> documents(String text) {
        return StreamSupport.stream(loader().loadAll(text).spliterator(), false)
                .filter(Objects::nonNull)
                .map(document -> (Map<String, Object>) document)
                .toList();
    }

    private static org.yaml.snakeyaml.Yaml loader() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new org.yaml.snakeyaml.Yaml(new SafeConstructor(options));
    }
}
