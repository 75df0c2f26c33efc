package org.postroom.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a manifest names is there under that name. */
class ReferencesTest {

    static Collection<String> values() {
        return Switches.all().values();
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsMountedIsAVolumeAndEveryVolumeIsMounted(String values) {
        for (PodSpec pod : pods(Chart.render(values))) {
            assertThat(pod.getContainers().getFirst().getVolumeMounts())
                    .extracting(VolumeMount::getName)
                    .containsExactlyInAnyOrderElementsOf(
                            pod.getVolumes().stream().map(Volume::getName).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyNamedPortIsOneOfTheContainer(String values) {
        Manifests manifests = Chart.render(values);
        List<String> ports =
                manifests.container().getPorts().stream().map(ContainerPort::getName).toList();

        for (Service service : manifests.of(Service.class)) {
            assertThat(ports)
                    .contains(service.getSpec().getPorts().getFirst().getTargetPort().getStrVal());
        }
        for (NetworkPolicy policy : manifests.of(NetworkPolicy.class)) {
            assertThat(policy.getSpec().getIngress())
                    .extracting(rule -> rule.getPorts().getFirst().getPort().getStrVal())
                    .isSubsetOf(ports);
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void theAccountIsThereUnlessItIsTheOperators(String values) {
        Manifests manifests = Chart.render(values);

        for (PodSpec pod : pods(manifests)) {
            if (manifests.of(ServiceAccount.class).isEmpty()) {
                assertThat(pod.getServiceAccountName()).isEqualTo("default");
            } else {
                manifests.named(ServiceAccount.class, pod.getServiceAccountName());
            }
        }
    }

    @Test
    void claimsAndMapsOfVolumesAreMade() {
        for (Volume volume : Chart.render("").pod().getVolumes()) {
            var claim = volume.getPersistentVolumeClaim();
            if (claim != null) {
                Chart.render("").named(PersistentVolumeClaim.class, claim.getClaimName());
            }
        }
        Manifests everything = Chart.render(Switches.EVERYTHING);
        for (Volume volume : everything.pod().getVolumes()) {
            if (volume.getConfigMap() != null) {
                everything.named(ConfigMap.class, volume.getConfigMap().getName());
            }
        }
    }

    @Test
    void routesLeadToThePortOfThePages() {
        Manifests manifests = Chart.render(Switches.EVERYTHING);
        var pages = manifests.named(Service.class, Chart.NAME).getSpec().getPorts().getFirst();
        var path =
                manifests.only(Ingress.class).getSpec().getRules().getFirst().getHttp().getPaths();
        var route =
                manifests.only(HTTPRoute.class).getSpec().getRules().getFirst().getBackendRefs();

        assertThat(path.getFirst().getPathType()).isEqualTo("Prefix");
        assertThat(path.getFirst().getBackend().getService().getName()).isEqualTo(Chart.NAME);
        assertThat(path.getFirst().getBackend().getService().getPort().getName())
                .isEqualTo(pages.getName());
        assertThat(route.getFirst().getName()).isEqualTo(Chart.NAME);
        assertThat(route.getFirst().getPort()).isEqualTo(pages.getPort());
    }

    @Test
    void theMonitorFindsTheManagementPortAndNoOther() {
        Manifests manifests = Chart.render(Switches.EVERYTHING);
        var monitor = manifests.only(ServiceMonitor.class).getSpec();
        Map<String, String> wanted = monitor.getSelector().getMatchLabels();
        List<Service> found =
                manifests.of(Service.class).stream()
                        .filter(
                                service ->
                                        service.getMetadata()
                                                .getLabels()
                                                .entrySet()
                                                .containsAll(wanted.entrySet()))
                        .toList();

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().getSpec().getPorts().getFirst().getName())
                .isEqualTo(monitor.getEndpoints().getFirst().getPort());
        assertThat(monitor.getEndpoints().getFirst().getPath()).isEqualTo("/q/metrics");
    }

    private static List<PodSpec> pods(Manifests manifests) {
        return Stream.concat(
                        Stream.of(manifests.pod()),
                        manifests.of(Pod.class).stream().map(Pod::getSpec))
                .toList();
    }
}
