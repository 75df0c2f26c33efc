package org.postroom.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The chart, rendered by Helm itself with values written as YAML. */
final class Chart {

    static final String RELEASE = "mail";
    static final String NAME = "mail-postroom";
    static final String NAMESPACE = "webmail";

    /** What nobody can install without. */
    static final String IMAGE = "image: {repository: registry.example.org/postroom}\n";

    /** A PostgreSQL of the operator's. */
    static final String DATABASE =
            """
            database:
              url: jdbc:postgresql://db.example.org:5432/postroom
              user: postroom
              existingSecret: postroom-database
            """;

    /** Helm asks it whether there is a Secret already; there never is. */
    private static final PlayedCluster EMPTY = PlayedCluster.start();

    private static final Map<String, Manifests> RENDERED = new HashMap<>();

    private final Helm helm;

    private Chart(Path folder) {
        this.helm = new Helm(folder);
    }

    static Chart ofProject() {
        return new Chart(Repository.CHART);
    }

    /** The manifests for these values and an image, the hooks among them. */
    static Manifests render(String values) {
        String whole = values.contains("image:") ? values : IMAGE + values;
        return RENDERED.computeIfAbsent(whole, each -> ofProject().manifests(each));
    }

    /**
     * What comes into a cluster with these values. Helm's templates alone leave the hooks out, so
     * it is installed.
     */
    Manifests manifests(String values) {
        try (PlayedCluster cluster = PlayedCluster.start()) {
            install(values, cluster);
            return cluster.release(1).manifests();
        }
    }

    /** Installs it as the release {@link #RELEASE}. */
    void install(String values, PlayedCluster cluster) {
        withFile(
                values,
                file ->
                        helm.install()
                                .withName(RELEASE)
                                .withNamespace(NAMESPACE)
                                .withKubeConfigContents(cluster.kubeConfig())
                                .disableOpenApiValidation()
                                .withValuesFile(file)
                                .call());
    }

    /** Upgrades the release {@link #RELEASE}. */
    void upgrade(String values, PlayedCluster cluster) {
        withFile(
                values,
                file ->
                        helm.upgrade()
                                .withName(RELEASE)
                                .withNamespace(NAMESPACE)
                                .withKubeConfigContents(cluster.kubeConfig())
                                .disableOpenApiValidation()
                                .withValuesFile(file)
                                .call());
    }

    /**
     * The manifests as a text.
     *
     * @throws IllegalStateException with what Helm says when it refuses
     */
    String text(String values, String kubernetes) {
        EMPTY.useByDefault();
        return withFile(
                values,
                file ->
                        helm.template()
                                .withName(RELEASE)
                                .withNamespace(NAMESPACE)
                                .withKubeVersion(kubernetes)
                                .withValuesFile(file)
                                .call());
    }

    static String identity(HasMetadata manifest) {
        return manifest.getKind() + "/" + manifest.getMetadata().getName();
    }

    LintResult lint() {
        return helm.lint().strict().call();
    }

    private static <T> T withFile(String values, Function<Path, T> command) {
        try {
            Path file = Files.createTempFile("postroom-values", ".yaml");
            try {
                return command.apply(Files.writeString(file, values));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
