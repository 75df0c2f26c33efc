package org.postroom.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the chart makes of some values, read strictly.
 *
 * @param text the manifests as Helm gives them
 */
record Manifests(String text, List<HasMetadata> all) {

    Manifests(String text) {
        this(text, Yaml.documents(text).stream().map(StrictModels::read).toList());
    }

    <T extends HasMetadata> List<T> of(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The only one of its kind. */
    <T extends HasMetadata> T only(Class<T> type) {
        List<T> found = of(type);
        assertThat(found).as(type.getSimpleName()).hasSize(1);
        return found.getFirst();
    }

    <T extends HasMetadata> T named(Class<T> type, String name) {
        return of(type).stream()
                .filter(each -> each.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type.getSimpleName() + " " + name));
    }

    Deployment deployment() {
        return only(Deployment.class);
    }

    PodSpec pod() {
        return deployment().getSpec().getTemplate().getSpec();
    }

    Container container() {
        assertThat(pod().getContainers()).hasSize(1);
        return pod().getContainers().getFirst();
    }

    /** The variables of the environment, those that come from a Secret as secret/key. */
    Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        container()
                .getEnvFrom()
                .forEach(
                        from ->
                                variables.putAll(
                                        named(ConfigMap.class, from.getConfigMapRef().getName())
                                                .getData()));
        for (var each : container().getEnv()) {
            var secret = each.getValueFrom() == null ? null : each.getValueFrom().getSecretKeyRef();
            variables.put(
                    each.getName(),
                    secret == null ? each.getValue() : secret.getName() + "/" + secret.getKey());
        }
        return variables;
    }
}
