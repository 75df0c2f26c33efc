package org.postroom.chart;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Manifests as Kubernetes reads them: an unknown field is an error, and so is a number or a truth
 * value where a text belongs, which an API server refuses.
 */
final class StrictModels {

    /** Every kind that the chart may make, by its version and name. */
    static final Map<String, Class<? extends HasMetadata>> KINDS =
            List.of(
                            ConfigMap.class,
                            Deployment.class,
                            HTTPRoute.class,
                            HorizontalPodAutoscaler.class,
                            Ingress.class,
                            NetworkPolicy.class,
                            PersistentVolumeClaim.class,
                            Pod.class,
                            PodDisruptionBudget.class,
                            Secret.class,
                            Service.class,
                            ServiceAccount.class,
                            ServiceMonitor.class)
                    .stream()
                    .collect(Collectors.toMap(StrictModels::name, Function.identity()));

    private static final ObjectMapper MAPPER = mapper();

    private StrictModels() {}

    /**
     * A document as its model.
     *
     * @throws IllegalArgumentException when the kind or a field is unknown, or a value of a wrong
     *     type
     */
    static HasMetadata read(Map<String, Object> document) {
        String name = document.get("apiVersion") + "/" + document.get("kind");
        Class<? extends HasMetadata> type = KINDS.get(name);
        if (type == null) {
            throw new IllegalArgumentException("The chart makes no " + name);
        }
        return MAPPER.convertValue(MAPPER.<JsonNode>valueToTree(document), type);
    }

    private static String name(Class<? extends HasMetadata> type) {
        return HasMetadata.getApiVersion(type) + "/" + HasMetadata.getKind(type);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.setAnnotationIntrospector(new NoPlaceForTheUnknown());
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.coercionConfigDefaults().setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        return mapper;
    }

    /** The models keep unknown fields in a map, which would hide every misspelt one. */
    private static final class NoPlaceForTheUnknown extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
