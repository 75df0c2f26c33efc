package org.postroom.app.wiring;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.app.database.CannotStart;
import org.postroom.protocol.discovery.LoginPattern;
import org.postroom.protocol.discovery.ServerUrl;
import org.postroom.protocol.discovery.ServersTable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The operator's table of domains, in YAML:
 *
 * <pre>{@code
 * domains:
 *   - domain: example.org
 *     aliases: [example.net]
 *     login: address            # or local-part, or a text with %EMAILLOCALPART% in it
 *     servers: ["imaps://mail.example.org"]
 * }</pre>
 */
final class ServersFile {

    private static final Set<String> TOP = Set.of("domains");
    private static final Set<String> ENTRY = Set.of("domain", "aliases", "login", "servers");

    private ServersFile() {}

    /**
     * Reads the file.
     *
     * @throws CannotStart with a sentence when it is not as above
     */
    static ServersTable read(Path file, boolean allowCleartext) {
        try (Reader text = Files.newBufferedReader(file)) {
            Object root = new Yaml(new SafeConstructor(options())).load(text);
            return new ServersTable(
                    list(fields(root, "the file", TOP).get("domains"), "domains").stream()
                            .map(entry -> entry(entry, allowCleartext))
                            .toList());
        } catch (IOException | YAMLException | IllegalArgumentException e) {
            throw new CannotStart(
                    "POSTROOM_SERVERS_FILE (%s) cannot be used: %s".formatted(file, e.getMessage()),
                    e);
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private static ServersTable.Entry entry(Object value, boolean allowCleartext) {
        Map<?, ?> fields = fields(value, "an entry of domains", ENTRY);
        String domain = text(fields.get("domain"), "domain");
        Object login = fields.get("login");
        return new ServersTable.Entry(
                domain,
                texts(fields.get("aliases"), "aliases of " + domain),
                texts(fields.get("servers"), "servers of " + domain).stream()
                        .map(server -> ServerUrl.parse(server, allowCleartext))
                        .toList(),
                login == null ? LoginPattern.ADDRESS : LoginPattern.parse(text(login, "login")));
    }

    private static Map<?, ?> fields(@Nullable Object value, String what, Set<String> known) {
        if (!(value instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException(what + " must have the fields " + known);
        }
        for (Object key : fields.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw new IllegalArgumentException(
                        "%s has a field \"%s\", but there are only %s".formatted(what, key, known));
            }
        }
        return fields;
    }

    private static List<String> texts(@Nullable Object value, String what) {
        return value == null
                ? List.of()
                : list(value, what).stream().map(each -> text(each, what)).toList();
    }

    private static List<?> list(@Nullable Object value, String what) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(what + " must be a list");
    }

    private static String text(@Nullable Object value, String what) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(what + " must be a text");
    }
}
