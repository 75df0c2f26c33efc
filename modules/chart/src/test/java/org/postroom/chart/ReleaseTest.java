package org.postroom.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Installed and upgraded by Helm in a cluster that refuses what a real one refuses. */
class ReleaseTest {

    private final PlayedCluster cluster = PlayedCluster.start();
    private final Chart chart = Chart.ofProject();

    @AfterEach
    void end() {
        cluster.close();
    }

    @Test
    void theGeneratedSecretStaysOverUpgrades() {
        chart.install(Chart.IMAGE + Chart.DATABASE, cluster);
        String generated = secret();
        chart.upgrade(Chart.IMAGE + Chart.DATABASE + "replicaCount: 3", cluster);

        assertThat(generated).hasSizeGreaterThan(64);
        assertThat(secret()).isEqualTo(generated);
        assertThat(replicas()).isEqualTo(3);
        assertThat(cluster.release(2).status()).isEqualTo("deployed");
    }

    @Test
    void forthAndBack() {
        chart.install(Chart.IMAGE + Chart.DATABASE, cluster);
        chart.upgrade(Switches.EVERYTHING, cluster);
        assertThat(cluster.find("HorizontalPodAutoscaler", Chart.NAME)).isPresent();
        assertThat(cluster.find("HTTPRoute", Chart.NAME)).isPresent();
        chart.upgrade(Chart.IMAGE + Chart.DATABASE, cluster);

        assertThat(cluster.find("HorizontalPodAutoscaler", Chart.NAME)).isEmpty();
        assertThat(cluster.find("HTTPRoute", Chart.NAME)).isEmpty();
        assertThat(cluster.release(3).status()).isEqualTo("deployed");
        assertThat(cluster.release(3).manifests().deployment().getSpec())
                .isEqualTo(cluster.release(1).manifests().deployment().getSpec());
    }

    @Test
    void aDatabaseOfTheOperatorsMayComeLater() {
        chart.install(Chart.IMAGE, cluster);
        chart.upgrade(Chart.IMAGE + Chart.DATABASE + "replicaCount: 2", cluster);

        assertThat(cluster.find("PersistentVolumeClaim", Chart.NAME + "-data")).isPresent();
        assertThat(replicas()).isEqualTo(2);
        assertThat(secret()).isNotEmpty();
    }

    @Test
    void theClusterRefusesWhatARealOneRefuses() {
        chart.install(Chart.IMAGE, cluster);

        assertThatThrownBy(
                        () ->
                                chart.upgrade(
                                        Chart.IMAGE
                                                + "nameOverride: post\nfullnameOverride: "
                                                + Chart.NAME,
                                        cluster))
                .hasMessageContaining("/spec/selector of mail-postroom: field is immutable");
    }

    @Test
    void theNotesSayWhatIsStillToDo() {
        chart.install(Chart.IMAGE + "ingress: {enabled: true, hosts: [{host: a}]}", cluster);
        assertThat(cluster.release(1).notes())
                .contains("Set publicUrl", "Set trustedProxies", "volume mail-postroom-data");
        chart.upgrade(Chart.IMAGE + "persistence: {enabled: false}", cluster);
        assertThat(cluster.release(2).notes())
                .contains("persistence.enabled is false", "port-forward service/mail-postroom");
        chart.upgrade(Chart.IMAGE + Chart.DATABASE, cluster);
        assertThat(cluster.release(3).notes()).contains("Secret mail-postroom", "helm template");
    }

    private int replicas() {
        return cluster.find("Deployment", Chart.NAME).orElseThrow().at("/spec/replicas").asInt();
    }

    private String secret() {
        return cluster.find("Secret", Chart.NAME).orElseThrow().at("/data/secret").asText();
    }
}
