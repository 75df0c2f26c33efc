package org.postroom.chart;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a played cluster says about itself: its version, and the kinds that it knows. */
final class PlayedDiscovery {

    private PlayedDiscovery() {}

    /** The answer for a path, if it is about the cluster and not about what is in it. */
    static Optional<Map<String, ?>> answer(String path) {
        return Optional.ofNullable(
                switch (path) {
                    case "/version" -> Map.of("major", "1", "minor", "29", "gitVersion", "v1.29.0");
                    case "/api" -> Map.of("kind", "APIVersions", "versions", List.of("v1"));
                    case "/apis" -> Map.of("kind", "APIGroupList", "groups", groups());
                    case String version when !path.contains("/namespaces/") ->
                            version(version.replaceFirst("^/apis?/", ""));
                    default -> null;
                });
    }

    private static List<Map<String, ?>> groups() {
        return StrictModels.KINDS.values().stream()
                .map(HasMetadata::getApiVersion)
                .filter(version -> version.contains("/"))
                .distinct()
                .map(PlayedDiscovery::group)
                .toList();
    }

    private static Map<String, ?> group(String groupVersion) {
        String[] parts = groupVersion.split("/", 2);
        Map<String, String> version = Map.of("groupVersion", groupVersion, "version", parts[1]);
        return Map.of("name", parts[0], "versions", List.of(version), "preferredVersion", version);
    }

    private static Map<String, ?> version(String groupVersion) {
        return Map.of(
                "kind",
                "APIResourceList",
                "groupVersion",
                groupVersion,
                "resources",
                StrictModels.KINDS.values().stream()
                        .filter(kind -> HasMetadata.getApiVersion(kind).equals(groupVersion))
                        .map(PlayedDiscovery::resource)
                        .toList());
    }

    private static Map<String, ?> resource(Class<? extends HasMetadata> kind) {
        return Map.of(
                "name",
                HasMetadata.getPlural(kind),
                "singularName",
                HasMetadata.getSingular(kind),
                "kind",
                HasMetadata.getKind(kind),
                "namespaced",
                true,
                "verbs",
                List.of("get", "list", "create", "update", "patch", "delete"));
    }
}
