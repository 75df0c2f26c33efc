package org.postroom.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no manifest may lack, whatever the values. */
class GoldenRulesTest {

    private static final int LONGEST_END_SECONDS = 25;

    static Collection<String> values() {
        return Switches.all().values();
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyPodIsRestricted(String values) {
        for (PodSpec pod : pods(Chart.render(values))) {
            var security = pod.getSecurityContext();
            assertThat(security.getRunAsNonRoot()).isTrue();
            assertThat(security.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(pod.getInitContainers()).isEmpty();
            pod.getContainers().forEach(GoldenRulesTest::isRestricted);
        }
    }

    private static void isRestricted(Container container) {
        var security = container.getSecurityContext();
        assertThat(security.getAllowPrivilegeEscalation()).isFalse();
        assertThat(security.getReadOnlyRootFilesystem()).isTrue();
        assertThat(security.getRunAsNonRoot()).isTrue();
        assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(security.getCapabilities().getAdd()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyContainerHasLimitsAndAPinnedImage(String values) {
        for (PodSpec pod : pods(Chart.render(values))) {
            for (Container container : pod.getContainers()) {
                assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
                assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
                assertThat(container.getImage())
                        .matches(".+(:[^:/]+|@sha256:[0-9a-f]{64})")
                        .doesNotEndWith(":latest");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void onlyVolumesWithAnEndAreWrittenTo(String values) {
        for (PodSpec pod : pods(Chart.render(values))) {
            assertThat(pod.getContainers().getFirst().getVolumeMounts())
                    .anyMatch(mount -> mount.getMountPath().equals("/tmp"));
            assertThat(pod.getVolumes()).allMatch(GoldenRulesTest::hasAnEnd);
            assertThat(pod.getVolumes()).noneMatch(volume -> volume.getHostPath() != null);
        }
    }

    private static boolean hasAnEnd(Volume volume) {
        return volume.getEmptyDir() == null || volume.getEmptyDir().getSizeLimit() != null;
    }

    @ParameterizedTest
    @MethodSource("values")
    void selectorsNeverHoldAVersionAndFindThePodsThatServe(String values) {
        Manifests manifests = Chart.render(values);
        Deployment deployment = manifests.deployment();
        Map<String, String> selector = deployment.getSpec().getSelector().getMatchLabels();
        Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();

        assertThat(selector.keySet())
                .containsExactlyInAnyOrder(
                        "app.kubernetes.io/name",
                        "app.kubernetes.io/instance",
                        "app.kubernetes.io/component");
        assertThat(labels).containsAllEntriesOf(selector);
        for (Service service : manifests.of(Service.class)) {
            assertThat(service.getSpec().getSelector()).isEqualTo(selector);
        }
        for (Pod test : manifests.of(Pod.class)) {
            assertThat(test.getMetadata().getLabels().entrySet())
                    .doesNotContainAnyElementsOf(
                            List.of(Map.entry("app.kubernetes.io/component", "webmail")));
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void noSecretStandsInTheOpen(String values) {
        Manifests manifests = Chart.render(values);

        for (ConfigMap map : manifests.of(ConfigMap.class)) {
            assertThat(map.getData().keySet())
                    .doesNotContain(
                            "POSTROOM_SECRET", "POSTROOM_SECRET_PREVIOUS", "POSTROOM_DB_PASSWORD");
        }
        assertThat(manifests.container().getEnv())
                .filteredOn(variable -> variable.getName().startsWith("POSTROOM_"))
                .allMatch(variable -> variable.getValueFrom().getSecretKeyRef() != null);
        for (Secret secret : manifests.of(Secret.class)) {
            String generated = secret.getData().get("secret");
            assertThat(manifests.text().split(generated, -1)).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void allProbesAskTheManagementPort(String values) {
        Container container = Chart.render(values).container();

        isAsked(container.getStartupProbe(), "/q/health/live");
        isAsked(container.getLivenessProbe(), "/q/health/live");
        isAsked(container.getReadinessProbe(), "/q/health/ready");
        assertThat(container.getPorts())
                .anyMatch(
                        port ->
                                port.getName().equals("management")
                                        && port.getContainerPort() == 9000);
    }

    private static void isAsked(Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
        assertThat(probe.getTimeoutSeconds()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("values")
    void thereIsTimeToFinish(String values) {
        assertThat(Chart.render(values).pod().getTerminationGracePeriodSeconds())
                .isGreaterThanOrEqualTo(LONGEST_END_SECONDS + 5L);
        assertThat(Chart.render(values).container().getLifecycle()).isNull();
    }

    @Test
    void anUpdateNeverHasFewerReplicasThanWanted() {
        var strategy = Chart.render(Chart.DATABASE).deployment().getSpec().getStrategy();

        assertThat(strategy.getType()).isEqualTo("RollingUpdate");
        assertThat(strategy.getRollingUpdate().getMaxUnavailable().getIntVal()).isZero();
        assertThat(strategy.getRollingUpdate().getMaxSurge().getIntVal()).isEqualTo(1);
    }

    @Test
    void aPrivateDatabaseHasOnePodAndAVolumeThatStays() {
        Manifests manifests = Chart.render("");

        assertThat(manifests.deployment().getSpec().getReplicas()).isEqualTo(1);
        assertThat(manifests.deployment().getSpec().getStrategy().getType()).isEqualTo("Recreate");
        var claim = manifests.only(PersistentVolumeClaim.class);
        assertThat(claim.getMetadata().getAnnotations())
                .containsEntry("helm.sh/resource-policy", "keep");
        assertThat(claim.getSpec().getAccessModes()).containsExactly("ReadWriteOnce");
        var security = manifests.pod().getSecurityContext();
        assertThat(security.getFsGroup()).isEqualTo(10001);
        assertThat(security.getFsGroupChangePolicy()).isEqualTo("OnRootMismatch");
        assertThat(manifests.of(Secret.class)).isEmpty();
        assertThat(manifests.of(PodDisruptionBudget.class)).isEmpty();
    }

    @Test
    void aDatabaseOfTheOperatorsNeedsNoVolume() {
        Manifests manifests = Chart.render(Chart.DATABASE);

        assertThat(manifests.of(PersistentVolumeClaim.class)).isEmpty();
        assertThat(manifests.pod().getVolumes()).extracting(Volume::getName).containsExactly("tmp");
        assertThat(manifests.environment()).doesNotContainKey("POSTROOM_DATA_DIR");
    }

    @ParameterizedTest
    @MethodSource("severalReplicas")
    void theBudgetAllowsOneDown(String values) {
        Manifests manifests = Chart.render(values);
        var budget = manifests.only(PodDisruptionBudget.class).getSpec();

        assertThat(budget.getMaxUnavailable().getIntVal()).isEqualTo(1);
        assertThat(budget.getMinAvailable()).isNull();
        assertThat(budget.getSelector()).isEqualTo(manifests.deployment().getSpec().getSelector());
    }

    static Stream<String> severalReplicas() {
        return Stream.of("replicaCount: 2", "replicaCount: 5", "autoscaling: {enabled: true}")
                .map(values -> Chart.DATABASE + values);
    }

    @Test
    void oneReplicaHasNoBudgetThatWouldHoldANodeUp() {
        assertThat(Chart.render(Chart.DATABASE).of(PodDisruptionBudget.class)).isEmpty();
    }

    @Test
    void theAutoscalerAloneSaysHowManyReplicas() {
        Manifests manifests = Chart.render(Chart.DATABASE + "autoscaling: {enabled: true}");
        var target = manifests.only(HorizontalPodAutoscaler.class).getSpec().getScaleTargetRef();

        assertThat(manifests.deployment().getSpec().getReplicas()).isNull();
        assertThat(target.getName()).isEqualTo(manifests.deployment().getMetadata().getName());
        assertThat(target.getKind()).isEqualTo("Deployment");
    }

    @Test
    void replicasAreSpreadOverNodesAndZones() {
        var spread = Chart.render("").pod().getTopologySpreadConstraints();

        assertThat(spread)
                .extracting(each -> each.getTopologyKey())
                .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
        assertThat(spread)
                .allMatch(
                        each ->
                                each.getLabelSelector()
                                        .equals(
                                                Chart.render("")
                                                        .deployment()
                                                        .getSpec()
                                                        .getSelector()));
    }

    @Test
    void nothingIsLeftOpenByDefault() {
        Manifests manifests = Chart.render("");

        assertThat(manifests.of(NetworkPolicy.class)).hasSize(1);
        assertThat(manifests.only(ServiceAccount.class).getAutomountServiceAccountToken())
                .isFalse();
        assertThat(manifests.of(Service.class))
                .extracting(each -> each.getSpec().getType())
                .containsOnly("ClusterIP");
    }

    @Test
    void everythingIsInTheNamespaceOfItsRelease() {
        assertThat(Chart.render(Switches.EVERYTHING).all())
                .extracting(HasMetadata::getMetadata)
                .allMatch(metadata -> metadata.getNamespace() == null);
    }

    @Test
    void whatIsMeasuredInMemoryIsAtLeastWhatIsAskedFor() {
        var resources = Chart.render("").container().getResources();

        assertThat(Quantity.getAmountInBytes(resources.getLimits().get("memory")))
                .isGreaterThanOrEqualTo(
                        Quantity.getAmountInBytes(resources.getRequests().get("memory")));
    }

    private static List<PodSpec> pods(Manifests manifests) {
        return Stream.concat(
                        Stream.of(manifests.pod()),
                        manifests.of(Pod.class).stream().map(Pod::getSpec))
                .toList();
    }
}
